import { Show, createEffect, on, onMount, type JSX } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge, LiveBadge } from '../ui/Badge.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import type { Device } from './createDevices.ts';
import { CameraNote, DeviceChoice, MicrophoneMeter } from './DeviceChoice.tsx';
import { BlurChoice } from './background/BlurChoice.tsx';
import { createSpeaker } from './devices/createSpeaker.ts';
import { DeviceFailures } from './devices/DeviceFailures.tsx';
import { SpeakerChoice } from './devices/SpeakerChoice.tsx';
import { formatLength } from './lessonClock.ts';
import { Preview } from './Preview.tsx';
import { t } from '../text/room.ts';
import { TopBar } from './TopBar.tsx';

type JoinProps = {
  lesson: SessionForMe;
  user: User;
  microphone: Device;
  camera: Device;
  phase: 'before' | 'starting' | 'waiting' | 'inside' | 'over';
  /** The lesson begins when this person joins. */
  startsIt: boolean;
  onJoin: () => void;
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
        <ButtonLink variant="ghost" size="sm" icon="x-mark" href="/dashboard">
          {t('join.leave')}
        </ButtonLink>
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
              <BlurChoice camera={props.camera.track()} />
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
          <Show when={props.phase === 'waiting'}>
            <Waiting lesson={props.lesson} isMentor={isMentor()} />
          </Show>
          <ConnectionCard />
          <Show when={props.phase !== 'waiting'}>
            <JoinButton {...props} />
          </Show>
        </div>
      </main>
    </div>
  );
}

function JoinButton(props: JoinProps) {
  return (
    <div class="lobby__join">
      <Button
        variant="primary"
        size="lg"
        block
        busy={props.phase === 'starting'}
        busyText={t('join.joining')}
        onClick={() => props.onJoin()}
      >
        {t(props.startsIt ? 'join.goLive' : 'join.join')}
      </Button>
      <p class="caption">{t('join.promise')}</p>
    </div>
  );
}

function Waiting(props: { lesson: SessionForMe; isMentor: boolean }) {
  const opensInMs = () => Date.parse(props.lesson.mine?.opensAt ?? '') - now();
  return (
    <section class="card waiting" role="status">
      <div class="person">
        <Avatar
          name={props.lesson.mentor.name}
          id={props.lesson.mentor.id}
          picture={props.lesson.mentor.pictureUrl}
          size={48}
        />
        <span class="grow">
          <span class="person__name">{t('waiting.title')}</span>
          <span class="muted">
            {props.isMentor
              ? t('waiting.textMentor')
              : t('waiting.text', { mentor: props.lesson.mentor.name })}
          </span>
        </span>
        <span class="talk talk--wait" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      </div>
      <Show when={opensInMs() > 0}>
        {/* Counts each second: not for screen readers, which would read it out each time. */}
        <p class="caption num" aria-hidden="true">
          {t('waiting.opensIn', { left: formatLength(opensInMs()) })}
        </p>
      </Show>
    </section>
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
