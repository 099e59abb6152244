import { Navigate, useNavigate, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/auth.ts';
import { createLogInFlow } from './logInFlow.ts';
import { LogInSteps } from './LogInSteps.tsx';
import { nextPath } from './nextPath.ts';
import { stepTexts } from './stepTexts.ts';

/** `?next=` is where the visitor wanted to go; only paths of our own are followed. */
export default function LogInPage() {
  const [search] = useSearchParams<{ next?: string }>();
  const navigate = useNavigate();
  const flow = createLogInFlow();
  const texts = () => stepTexts(flow, credentials.lapsed() ? t('auth.lapsed') : t('auth.logInLead'));
  usePageTitle(() => texts().title);
  return (
    <Show when={!credentials.isLoggedIn()} fallback={<Navigate href={nextPath(search.next)} />}>
      <div class="wrap grid justify-items-center py-12">
        <section class="card login-card" aria-labelledby="log-in">
          <h1 class="h-page" id="log-in">
            {texts().title}
          </h1>
          <p class="muted">{texts().lead}</p>
          <LogInSteps
            flow={flow}
            onDone={() => navigate(nextPath(search.next), { replace: true })}
            onSignUp={() => navigate(`/signup${location.search}`)}
          />
        </section>
      </div>
    </Show>
  );
}
