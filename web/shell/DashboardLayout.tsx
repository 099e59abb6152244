import { A, Navigate, useLocation } from '@solidjs/router';
import { For, Match, Show, Suspense, Switch, type JSX } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../text/dashboards.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { dashboardNav, isCurrent, type NavItem } from './dashboardNav.ts';
import { homeOf } from './homeOf.ts';
import { TopBar } from './TopBar.tsx';

/** Frame of the dashboards; somebody else's sends you to your own, a visitor to the log-in. */
export default function DashboardLayout(props: { children?: JSX.Element }) {
  const location = useLocation();
  const isOwn = (user: User) => `${location.pathname}/`.startsWith(`${homeOf(user.role)}/`);
  return (
    <Switch>
      <Match when={credentials.user()}>
        {(user) => (
          <Show when={isOwn(user())} fallback={<Navigate href={homeOf(user().role)} />}>
            <Frame user={user()}>{props.children}</Frame>
          </Show>
        )}
      </Match>
      <Match when={credentials.known()}>
        <Navigate href={`/login?next=${encodeURIComponent(location.pathname)}`} />
      </Match>
    </Switch>
  );
}

function Frame(props: { user: User; children?: JSX.Element }) {
  const items = () => dashboardNav(props.user.role);
  return (
    <div class="app">
      <aside class="sidebar" aria-label={t('shell.dashboard')}>
        <div class="sidebar__brand">
          <A href={homeOf(props.user.role)} aria-label={t('shell.product')}>
            <Logo />
          </A>
        </div>
        <nav class="sidebar__nav" aria-label={t('shell.mainNavigation')}>
          <For each={items()}>{(item) => <NavLink item={item} class="nav-item" label={item.label} />}</For>
        </nav>
        <div class="sidebar__foot person">
          <Avatar name={props.user.name} id={props.user.id} picture={props.user.pictureUrl} />
          <span class="min-w-0">
            <span class="person__name truncate">{props.user.name}</span>
            <span class="person__sub">{t(`roles.${props.user.role}`)}</span>
          </span>
        </div>
      </aside>
      <div class="app__main">
        <TopBar user={props.user} />
        <main class="content" id="main" tabindex="-1">
          <Suspense>{props.children}</Suspense>
        </main>
      </div>
      <nav
        class="bottombar"
        style={{ 'grid-template-columns': `repeat(${items().length}, minmax(0, 1fr))` }}
        aria-label={t('shell.mainNavigation')}
      >
        <For each={items()}>{(item) => <NavLink item={item} label={item.shortLabel ?? item.label} />}</For>
      </nav>
    </div>
  );
}

function NavLink(props: { item: NavItem; label: string; class?: string }) {
  const location = useLocation();
  return (
    <A
      href={props.item.path}
      class={props.class}
      aria-current={isCurrent(props.item, location.pathname) ? 'page' : undefined}
    >
      <Icon name={props.item.icon} />
      {props.label}
    </A>
  );
}
