import { A } from '@solidjs/router';
import { Show, createMemo } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../lib/text.ts';
import { useSessions } from '../sessions/queries.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { LiveBadge } from '../ui/Badge.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';

export function PublicHeader() {
  return (
    <header class="site-head">
      <div class="wrap site-head__in">
        <A href="/" class="brand-link" aria-label={t('shell.product')}>
          <Logo />
        </A>
        <nav class="site-nav" aria-label={t('shell.mainNavigation')}>
          <A href="/sessions" end={false}>
            {t('shell.sessions')}
            <LiveCount />
          </A>
        </nav>
        <div class="row push">
          <Show
            when={credentials.user()}
            fallback={
              <Show when={credentials.known()}>
                <Button onClick={() => authGate.open('logIn')}>{t('shell.logIn')}</Button>
              </Show>
            }
          >
            {(user) => (
              <>
                <ButtonLink href="/dashboard" class="not-phone">
                  {t('shell.myDashboard')}
                </ButtonLink>
                <A href="/dashboard" class="avatar-link">
                  <span class="sr-only">{t('shell.myDashboard')}</span>
                  <Avatar name={user().name} id={user().id} />
                </A>
              </>
            )}
          </Show>
        </div>
      </div>
    </header>
  );
}

/** How many lessons are live among the first that come, which live ones lead; nothing while there are none. */
function LiveCount() {
  const sessions = useSessions(() => 'open');
  const count = createMemo(() => {
    if (!sessions.isSuccess) return 0;
    return sessions.data.pages.flatMap((page) => page.items).filter(({ state }) => state === 'live').length;
  });
  return (
    <Show when={count() > 0}>
      <LiveBadge>{t('shell.liveCount', { count: count() })}</LiveBadge>
    </Show>
  );
}
