import { Navigate, useNavigate, useSearchParams } from '@solidjs/router';
import { Show, Suspense, createMemo, lazy } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/auth.ts';
import './auth.css';
import { nextPath } from './nextPath.ts';

const SignUp = lazy(() => import('./SignUp.tsx'));

/** `?role=` is preselected; `?next=` is where the visitor wanted to go, one of our own paths. */
export default function SignUpPage() {
  usePageTitle(() => t('auth.signUp'));
  const [search] = useSearchParams<{ role?: string; next?: string }>();
  const navigate = useNavigate();
  const role = () => (search.role === 'learner' || search.role === 'mentor' ? search.role : undefined);
  // The wizard goes on for a moment after its account is logged in.
  const isFree = createMemo<boolean>(
    (wasFree) => wasFree || (credentials.known() && !credentials.isLoggedIn()),
    false,
  );
  return (
    <Show
      when={isFree()}
      fallback={
        <Show when={credentials.isLoggedIn()}>
          <Navigate href={nextPath(search.next)} />
        </Show>
      }
    >
      <div class="wrap py-8">
        <div class="card sign-up-card">
          <Suspense>
            <SignUp
              role={role()}
              onLogInInstead={() => navigate(`/login${location.search}`)}
              onDone={() => navigate(nextPath(search.next), { replace: true })}
            />
          </Suspense>
        </div>
      </div>
    </Show>
  );
}
