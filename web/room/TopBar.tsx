import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Logo } from '../ui/Logo.tsx';
import type { FullScreen } from './layout/createFullScreen.ts';
import { shownKey } from './shortcuts.ts';
import { t } from '../text/room.ts';
import type { RoomState } from './roomTypes.ts';

/** The room's head: what the lesson is, and on the right what its place needs. */
export function TopBar(props: { title: string; about?: string; level: 'h1' | 'p'; children: JSX.Element }) {
  return (
    <header class="room-top">
      <A class="room-top__logo" href="/">
        <Logo markOnly />
      </A>
      <div class="room-top__title">
        <Show when={props.level === 'h1'} fallback={<p class="room-top__name truncate">{props.title}</p>}>
          <h1 class="room-top__name truncate">{props.title}</h1>
        </Show>
        <Show when={props.about}>
          <p class="caption not-phone truncate">{props.about}</p>
        </Show>
      </div>
      <div class="room-top__right">{props.children}</div>
    </header>
  );
}

/** Says that the connection is being made or made again; silent while it stands, but for screen readers. */
export function ConnectionState(props: { state: RoomState }) {
  return (
    <span role="status" data-state={props.state}>
      <Show when={props.state !== 'connected'} fallback={<span class="sr-only">{t('top.connected')}</span>}>
        <Badge tone="warning" icon="wifi">
          {t(props.state === 'connecting' ? 'top.connecting' : 'top.reconnecting')}
        </Badge>
      </Show>
    </span>
  );
}

export function FullScreenButton(props: { fullScreen: FullScreen }) {
  return (
    <Show when={props.fullScreen.offered}>
      <IconButton
        icon={props.fullScreen.on() ? 'arrows-pointing-in' : 'arrows-pointing-out'}
        size="sm"
        class="not-phone"
        label={t(props.fullScreen.on() ? 'top.leaveFullScreen' : 'top.fullScreen')}
        aria-keyshortcuts={shownKey('F')}
        onClick={() => props.fullScreen.toggle()}
      />
    </Show>
  );
}
