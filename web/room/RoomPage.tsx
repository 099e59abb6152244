import './room.css';
import './stage.css';
import './controls.css';
import './lobby.css';
import './devices/devices.css';
import './clock/clock.css';
import './sizes.css';
import './layout/immersive.css';
import { useParams } from '@solidjs/router';
import {
  ErrorBoundary,
  Match,
  Show,
  Suspense,
  Switch,
  createEffect,
  createResource,
  on,
  onCleanup,
  untrack,
} from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { describeError } from '../lib/describeError.ts';
import { live } from '../lib/live.ts';
import { quietInRoom } from '../notifications/quietInRoom.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Lesson } from './Lesson.tsx';
import { findLesson } from './lessonCalls.ts';
import { Notice } from './Notice.tsx';
import { t } from '../text/room.ts';

/** The room of one lesson: /session/:roomCode (ROOM-1). */
export default function RoomPage() {
  const params = useParams<{ roomCode: string }>();
  return (
    <div class="room-page">
      <Switch>
        <Match when={!credentials.known()}>
          <Opening />
        </Match>
        <Match when={credentials.user()}>
          {(user) => (
            <Show when={params.roomCode} keyed>
              {(roomCode) => <RoomOf roomCode={roomCode} user={user()} />}
            </Show>
          )}
        </Match>
        <Match when={credentials.known()}>
          <Notice title={t('over.logIn')} text={t('over.logInText')}>
            <Button variant="primary" onClick={() => authGate.after({ kind: 'go', path: location.pathname })}>
              {t('over.logInAction')}
            </Button>
          </Notice>
        </Match>
      </Switch>
    </div>
  );
}

function RoomOf(props: { roomCode: string; user: User }) {
  const [lesson, { refetch, mutate }] = createResource(
    () => props.roomCode,
    async (roomCode, { value: known }: { value: SessionForMe | undefined }): Promise<SessionForMe> => {
      try {
        return await findLesson(roomCode);
      } catch (error) {
        // Asked again in vain (no network, or a seat that is no more): what is known stays on the page.
        if (known) return known;
        throw error;
      }
    },
  );
  const stopListening = live.on('session.changed', ({ session }) => {
    if (untrack(() => lesson.latest)?.id !== session.id) return;
    mutate((known) => known && { ...known, ...session });
    // What it means for this person is only in an answer of their own.
    void refetch();
  });
  onCleanup(stopListening);
  // What happened while the socket was away may not be told again; who waits must not miss the start.
  createEffect(
    on(live.state, (state, before) => {
      if (state === 'connected' && before === 'lost') void refetch();
    }),
  );
  onCleanup(quietInRoom());
  usePageTitle(() => (lesson.error ? t('pageTitle') : (lesson.latest?.title ?? t('pageTitle'))));
  return (
    <ErrorBoundary
      fallback={(error: unknown, reset) => (
        <Notice title={t('over.refused')} text={describeError(error)}>
          <Button
            onClick={() => {
              void refetch();
              reset();
            }}
          >
            {t('retry')}
          </Button>
          <ButtonLink variant="primary" href="/dashboard">
            {t('over.dashboard')}
          </ButtonLink>
        </Notice>
      )}
    >
      <Suspense fallback={<Opening />}>
        <Show when={lesson.latest}>{(found) => <Lesson lesson={found()} user={props.user} />}</Show>
      </Suspense>
    </ErrorBoundary>
  );
}

function Opening() {
  return (
    <main id="main" class="notice">
      <Spinner label={t('loading')} />
    </main>
  );
}
