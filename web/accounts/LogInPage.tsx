import { Navigate, useNavigate, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { t } from '../lib/text.ts';
import { homeOf } from '../shell/homeOf.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { LogInForm } from './LogInForm.tsx';

/** `?next=` is where the visitor wanted to go; only paths of our own are followed. */
export default function LogInPage() {
  usePageTitle(() => t('logIn.title'));
  const [search] = useSearchParams<{ next?: string }>();
  const navigate = useNavigate();
  const next = () => {
    const user = credentials.user();
    const home = user ? homeOf(user.role) : '/';
    return search.next && /^\/(?![/\\])/u.test(search.next) ? search.next : home;
  };
  return (
    <Show when={!credentials.user()} fallback={<Navigate href={next()} />}>
      <div class="wrap grid justify-items-center py-12">
        <section class="card login-card" aria-labelledby="log-in">
          <h1 class="h-page" id="log-in">
            {t('logIn.title')}
          </h1>
          <p class="muted">{t('logIn.lead')}</p>
          <LogInForm onDone={() => navigate(next(), { replace: true })} />
        </section>
      </div>
    </Show>
  );
}
