import { A } from '@solidjs/router';
import { Show, createEffect, createSignal } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../lib/text.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Logo } from '../ui/Logo.tsx';
import { SiteLinks } from './SiteLinks.tsx';
import { SiteMenu } from './SiteMenu.tsx';

/** Sticks to the top of the public pages; on phones its links are in a menu that slides in. */
export function PublicHeader() {
  const [menuOpen, setMenuOpen] = createSignal(false);
  return (
    <header class="site-head">
      <div class="wrap site-head__in">
        <A href="/" class="brand-link" aria-label={t('shell.product')}>
          <Logo />
        </A>
        <nav class="site-nav" aria-label={t('shell.mainNavigation')}>
          <SiteLinks />
        </nav>
        <div class="row push">
          <A
            href="/sessions"
            class="btn btn--ghost btn--icon site-head__narrow"
            aria-label={t('site.search')}
          >
            <Icon name="magnifying-glass" />
          </A>
          <Who />
          <IconButton
            icon="bars-3"
            class="site-head__narrow"
            label={t('shell.menu')}
            aria-haspopup="dialog"
            aria-expanded={menuOpen()}
            onClick={() => setMenuOpen(true)}
          />
        </div>
      </div>
      <SiteMenu open={menuOpen()} onClose={() => setMenuOpen(false)} />
    </header>
  );
}

/** The ways in for a visitor, or the way home. Hidden for the moment in which a remembered log-in is taken up. */
function Who() {
  createEffect(() => {
    if (credentials.known()) delete document.documentElement.dataset.returning;
  });
  return (
    <Show
      when={credentials.user()}
      fallback={
        <div class="row for-visitors">
          <Button variant="ghost" class="site-head__wide" onClick={() => authGate.open('logIn')}>
            {t('shell.logIn')}
          </Button>
          <Button variant="primary" class="site-head__wide" onClick={() => authGate.open('signUp')}>
            {t('site.register')}
          </Button>
        </div>
      }
    >
      {(user) => (
        <>
          <ButtonLink href="/dashboard" class="site-head__wide">
            {t('shell.myDashboard')}
          </ButtonLink>
          <A href="/dashboard" class="avatar-link">
            <span class="sr-only">{t('shell.myDashboard')}</span>
            <Avatar name={user().name} id={user().id} picture={user().pictureUrl} />
          </A>
        </>
      )}
    </Show>
  );
}
