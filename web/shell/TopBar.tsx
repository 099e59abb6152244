import { A, useNavigate } from '@solidjs/router';
import type { User } from '../../api/contracts/accounts.ts';
import { logOut } from '../accounts/acts.ts';
import { locale } from '../lib/locale.ts';
import { t } from '../text/dashboards.ts';
import { NotificationBell } from '../notifications/NotificationBell.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuRule } from '../ui/Menu.tsx';
import { showToast } from '../ui/showToast.ts';
import { homeOf } from './homeOf.ts';
import { chooseLanguage, languages } from './language.ts';
import { setTheme, theme, type Theme } from './theme.ts';

export function TopBar(props: { user: User }) {
  return (
    <header class="topbar">
      <A href={homeOf(props.user.role)} class="only-phone" aria-label={t('shell.product')}>
        <Logo />
      </A>
      <div class="row push">
        <NotificationBell />
        <UserMenu user={props.user} />
      </div>
    </header>
  );
}

function UserMenu(props: { user: User }) {
  const navigate = useNavigate();
  const themes = (): { value: Theme; label: string }[] => [
    { value: 'system', label: t('shell.themeSystem') },
    { value: 'light', label: t('shell.themeLight') },
    { value: 'dark', label: t('shell.themeDark') },
  ];
  async function leave(): Promise<void> {
    await logOut();
    navigate('/', { replace: true });
    showToast({ tone: 'info', title: t('logIn.loggedOut') });
  }
  return (
    <Menu
      trigger={(given) => (
        <button {...given} type="button" class="avatar-link">
          <Avatar name={props.user.name} id={props.user.id} picture={props.user.pictureUrl} />
          <span class="sr-only">{t('shell.yourMenu', { name: props.user.name })}</span>
        </button>
      )}
    >
      <MenuGroup
        head={
          <>
            <span class="person__name truncate">{props.user.name}</span>
            <span class="person__sub truncate">{props.user.email}</span>
          </>
        }
      >
        <MenuItem icon="cog-6-tooth" onSelect={() => navigate(`${homeOf(props.user.role)}/settings`)}>
          {t('nav.settings')}
        </MenuItem>
        <MenuItem icon="arrow-right-on-rectangle" onSelect={() => void leave()}>
          {t('shell.logOut')}
        </MenuItem>
      </MenuGroup>
      <MenuRule />
      <MenuChoice
        label={t('shell.language')}
        value={locale()}
        onValue={(chosen) => void chooseLanguage(chosen)}
        choices={languages}
      />
      <MenuRule />
      <MenuChoice label={t('shell.theme')} value={theme()} onValue={setTheme} choices={themes()} />
    </Menu>
  );
}
