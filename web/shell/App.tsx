import { QueryClientProvider } from '@tanstack/solid-query';
import { useLocation, useNavigate } from '@solidjs/router';
import { ErrorBoundary, Show, Suspense, createEffect, lazy, on, onMount, type JSX } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { queryClient } from '../lib/queryClient.ts';
import { t } from '../lib/text.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { followUser } from './language.ts';
import { startLiveUpdates } from './liveUpdates.ts';

const AuthDialog = lazy(() => import('../accounts/AuthDialog.tsx'));

/** What every page has: its data's cache, live updates, toasts, the log-in dialog, a net for errors. */
export function App(props: { children?: JSX.Element }) {
  const location = useLocation();
  const navigate = useNavigate();
  onMount(startLiveUpdates);
  onMount(followUser);
  onMount(() => void authGate.start(navigate));
  createEffect(() => credentials.lapsed() && authGate.askAgain());
  createEffect(on(() => location.pathname, authGate.moved, { defer: true }));
  createEffect(on(() => location.pathname, focusMain, { defer: true }));
  return (
    <QueryClientProvider client={queryClient}>
      <a class="skip" href="#main" link={false} target="_self">
        {t('shell.skip')}
      </a>
      <ConnectionBanner />
      <ErrorBoundary fallback={(error: unknown, reset) => <BrokenPage error={error} reset={reset} />}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
      <Show when={authGate.current()}>
        <Suspense>
          <AuthDialog />
        </Suspense>
      </Show>
      <Toasts />
    </QueryClientProvider>
  );
}

/** A new page begins at its content: for those who hear it and for those who use the keyboard. */
function focusMain(): void {
  requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }));
}
