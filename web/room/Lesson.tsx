import { Match, Switch, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { LiveEventData } from '../../api/contracts/events.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { describeError } from '../lib/describeError.ts';
import { live } from '../lib/live.ts';
import { showToast } from '../ui/showToast.ts';
import { createDevice } from './createDevices.ts';
import { InRoom } from './InRoom.tsx';
import { JoinScreen } from './JoinScreen.tsx';
import { askTicket, goLive } from './lessonCalls.ts';
import { createLobby } from './lobby/createLobby.ts';
import { createReady } from './lobby/createReady.ts';
import { createStanding } from './lobby/standing.ts';
import { createStarting } from './lobby/createStarting.ts';
import { endByBooking } from './lobby/whoCancelled.ts';
import { Over } from './Over.tsx';
import type { RoomEnd } from './roomTypes.ts';

type Phase = { at: 'before' | 'starting' | 'inside' } | { at: 'over'; end: RoomEnd };

/** From the door to the end of a lesson. */
export function Lesson(props: { lesson: SessionForMe; user: User }) {
  const microphone = createDevice('microphone');
  const camera = createDevice('camera');
  const [phase, setPhase] = createSignal<Phase>(untrack(() => initialPhase(props.lesson)));
  /** Whether this tab was chosen over another one. */
  const [takeOver, setTakeOver] = createSignal(false);
  const sessionId = untrack(() => props.lesson.id);
  const [ready, setReady] = createReady(sessionId);
  // Kept for a page that loads again, not for one that was left.
  onCleanup(() => setReady(false));
  const isMentor = () => props.lesson.mine?.isMentor === true;
  const lobby = createLobby({
    sessionId,
    as: () => {
      const { at } = phase();
      if (at === 'inside') return isMentor() ? 'watching' : 'gone';
      return at === 'over' ? 'gone' : 'waiting';
    },
    ready,
  });
  const standing = createStanding({ lesson: () => props.lesson, people: lobby.people, ready });

  function join(): void {
    setReady(false);
    setPhase({ at: 'inside' });
  }
  async function start(): Promise<void> {
    if (phase().at !== 'before') return;
    setPhase({ at: 'starting' });
    try {
      await goLive(sessionId);
      join();
    } catch (error) {
      setReady(false);
      showToast({ tone: 'danger', title: describeError(error) });
      setPhase({ at: 'before' });
    }
  }
  const over = (end: RoomEnd) => void setPhase({ at: 'over', end });

  // A memo: what it looks at ticks, and must not begin the count anew.
  const allReady = createMemo(() => phase().at === 'before' && standing.allReady());
  const startingIn = createStarting(allReady, () => void start());
  // Who is ready comes in without pressing anything.
  createEffect(() => {
    if (phase().at === 'before' && ready() && props.lesson.state === 'live') join();
  });
  createEffect(() => {
    const cancelled = props.lesson.state === 'cancelled' && untrack(phase).at !== 'over';
    if (cancelled) over(cancelledBy(props.lesson));
  });
  const hear = ({ booking }: LiveEventData<'booking.changed'>) => {
    const end = endByBooking(props.lesson, booking, props.user.id);
    if (end && phase().at === 'before') over(end);
  };
  // eslint-disable-next-line solid/reactivity -- told of an event, not drawn
  onCleanup(live.on('booking.changed', hear));

  const end = () => {
    const current = phase();
    return current.at === 'over' ? current.end : undefined;
  };
  return (
    <Switch
      fallback={
        <JoinScreen
          lesson={props.lesson}
          user={props.user}
          microphone={microphone}
          camera={camera}
          standing={standing}
          busy={phase().at === 'starting'}
          startingIn={startingIn()}
          onReady={setReady}
          onStart={() => void start()}
          onJoin={join}
          onCancelled={() => over({ reason: 'cancelled', by: { name: props.user.name, role: 'self' } })}
        />
      }
    >
      <Match when={phase().at === 'inside'}>
        <InRoom
          lesson={props.lesson}
          user={props.user}
          isMentor={isMentor()}
          microphone={microphone}
          camera={camera}
          takeOver={takeOver()}
          outside={lobby.people().filter(({ userId }) => userId !== props.user.id)}
          onOver={over}
        />
      </Match>
      <Match when={end()}>
        {(ended) => (
          <Over
            lesson={props.lesson}
            end={ended()}
            onRejoin={() => {
              setTakeOver(ended().reason === 'replaced');
              setPhase({ at: 'before' });
            }}
            onTicket={() => askTicket(props.lesson.id)}
            onAdmitted={() => setPhase({ at: 'inside' })}
            onEnd={over}
          />
        )}
      </Match>
    </Switch>
  );
}

/** Only its mentor cancels a lesson; here they have not done it in this tab. */
const cancelledBy = ({ mentor, mine }: SessionForMe): RoomEnd => ({
  reason: 'cancelled',
  by: { name: mentor.name, role: mine?.isMentor ? 'self' : 'mentor' },
});

/** A lesson that is over has no door any more. */
function initialPhase(lesson: SessionForMe): Phase {
  const { state } = lesson;
  if (state === 'completed' || state === 'missed') return { at: 'over', end: { reason: 'ended' } };
  if (state === 'cancelled') return { at: 'over', end: cancelledBy(lesson) };
  return { at: 'before' };
}
