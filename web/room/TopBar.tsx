import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Logo } from '../ui/Logo.tsx';
import type { FullScreen } from './layout/createFullScreen.ts';
import { formatLength } from './lessonClock.ts';
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

/** How far the lesson is, by its plan. */
export function LessonTimer(props: { session: Session }) {
  const elapsedMs = () => now() - Date.parse(props.session.startsAt);
  const minutes = () => props.session.durationMinutes;
  const share = () => Math.min(100, (elapsedMs() / (minutes() * 60_000)) * 100);
  return (
    <Show
      when={elapsedMs() >= 0}
      fallback={<p class="timer">{t('top.startsIn', { left: formatLength(-elapsedMs()) })}</p>}
    >
      <p
        class="timer"
        role="timer"
        aria-label={t('top.elapsed', { elapsed: formatLength(elapsedMs()), minutes: minutes() })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9.5" />
          <circle class="v" cx="12" cy="12" r="9.5" pathLength="100" stroke-dasharray={`${share()} 100`} />
        </svg>
        <b>{formatLength(elapsedMs())}</b>
        <span class="not-phone">{t('top.of', { minutes: minutes() })}</span>
      </p>
    </Show>
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
