import { Show, createEffect, on, onMount, type JSX } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import type { Device } from './createDevices.ts';
import { CameraNote, DeviceChoice, MicrophoneMeter } from './DeviceChoice.tsx';
import { BackgroundStatus } from './background/BackgroundChoice.tsx';
import { createSpeaker } from './devices/createSpeaker.ts';
import { DeviceFailures } from './devices/DeviceFailures.tsx';
import { SpeakerChoice } from './devices/SpeakerChoice.tsx';
import { formatLength } from './lessonClock.ts';
import { RecordingConsent } from './recording/RecordingConsent.tsx';
import { JoinActs } from './lobby/JoinActs.tsx';
import { LeaveLobby } from './lobby/LeaveLobby.tsx';
import { LobbyCard } from './lobby/LobbyCard.tsx';
import type { Standing } from './lobby/standing.ts';
import { Preview } from './Preview.tsx';
import { t } from '../text/room.ts';
import { TopBar } from './TopBar.tsx';

type JoinProps = {
  lesson: SessionForMe;
  user: User;
  microphone: Device;
  camera: Device;
  standing: Standing;
  /** The lesson is being started by this page. */
  busy: boolean;
  /** Seconds until it starts by itself. */
  startingIn: number | undefined;
  onReady: (ready: boolean) => void;
  onStart: () => void;
  onJoin: () => void;
  onCancelled: () => void;
};

/** Before the room: how one looks and sounds, and what the lesson is (ROOM-2). */
export function JoinScreen(props: JoinProps) {
  const speaker = createSpeaker();
  const isMentor = () => props.lesson.mine?.isMentor === true;
  const about = () => ({
    title: props.lesson.title,
    mentor: props.lesson.mentor.name,
    minutes: props.lesson.durationMinutes,
  });
  onMount(() => {
    for (const device of [props.microphone, props.camera]) if (device.wanted()) void device.open();
  });
  // Speakers have names only once a microphone is allowed.
  createEffect(
    on(
      () => props.microphone.track(),
      () => void speaker.list(),
    ),
  );
  const startsInMs = () => Date.parse(props.lesson.startsAt) - now();
  return (
    <div class="lobby-page">
      <TopBar level="p" title={props.lesson.title}>
        <LeaveLobby lesson={props.lesson} onCancelled={props.onCancelled} />
      </TopBar>
      <main id="main" class="lobby">
        <div class="lobby__left">
          <Preview user={props.user} microphone={props.microphone} camera={props.camera} />
          <div class="card devices">
            <DeviceFailures microphone={props.microphone} camera={props.camera} />
            <OwnChoice device={props.microphone}>
              <Show when={!props.microphone.failure()}>
                <MicrophoneMeter track={props.microphone.track()} />
              </Show>
            </OwnChoice>
            <SpeakerChoice speaker={speaker} />
            <OwnChoice device={props.camera}>
              <Show when={!props.camera.failure()}>
                <CameraNote track={props.camera.track()} />
              </Show>
              <BackgroundStatus camera={props.camera.track()} />
            </OwnChoice>
          </div>
        </div>
        <div class="lobby__right">
          <div class="stack stack--2">
            <p class="row row--wrap">
              <Show
                when={props.lesson.state === 'live'}
                fallback={
                  <Show when={startsInMs() > 0}>
                    <Badge tone="accent" icon="clock">
                      {t('join.startsIn', { left: formatLength(startsInMs()) })}
                    </Badge>
                  </Show>
                }
              >
                <LiveBadge>{t('join.live')}</LiveBadge>
              </Show>
            </p>
            <h1 class="h-page">{t(isMentor() ? 'join.titleMentor' : 'join.title')}</h1>
            <p class="lead">{isMentor() ? t('join.aboutMine', about()) : t('join.about', about())}</p>
          </div>
          <LobbyCard lesson={props.lesson} standing={props.standing} myId={props.user.id} />
          <ConnectionCard />
          <Show when={!isMentor()}>
            <RecordingConsent sessionId={props.lesson.id} />
          </Show>
          <JoinActs
            standing={props.standing}
            busy={props.busy}
            startingIn={props.startingIn}
            onReady={props.onReady}
            onStart={props.onStart}
            onJoin={props.onJoin}
          />
        </div>
      </main>
    </div>
  );
}

function OwnChoice(props: { device: Device; children: JSX.Element }) {
  return (
    <DeviceChoice
      kind={props.device.kind}
      choices={props.device.choices()}
      chosen={props.device.chosen()}
      onChoose={(deviceId) => void props.device.choose(deviceId)}
    >
      {props.children}
    </DeviceChoice>
  );
}
