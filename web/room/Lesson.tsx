import { Match, Switch, createEffect, createSignal, untrack } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { now } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { ApiError } from '../lib/problem.ts';
import { showToast } from '../ui/showToast.ts';
import { createDevice } from './createDevices.ts';
import { InRoom } from './InRoom.tsx';
import { JoinScreen } from './JoinScreen.tsx';
import { askTicket, goLive } from './lessonCalls.ts';
import { Over } from './Over.tsx';
import type { RoomEnd } from './roomTypes.ts';

type Phase = { at: 'before' | 'starting' | 'waiting' | 'inside' } | { at: 'over'; end: RoomEnd };

/** This device's clock may be a little ahead of the server's: who was told "too early" asks again after this. */
const refusedPauseMs = 2_000;

/** From the door to the end of a lesson. */
export function Lesson(props: { lesson: SessionForMe; user: User }) {
  const microphone = createDevice('microphone');
  const camera = createDevice('camera');
  const [phase, setPhase] = createSignal<Phase>(untrack(() => initialPhase(props.lesson)));
  /** Whether this tab was chosen over another one. */
  const [takeOver, setTakeOver] = createSignal(false);
  const [notBeforeMs, setNotBeforeMs] = createSignal(0);
  const isMentor = () => props.lesson.mine?.isMentor === true;
  const opened = () => {
    const opensAt = props.lesson.mine?.opensAt;
    return props.lesson.state === 'live' || now() >= Date.parse(opensAt ?? '');
  };
  const startsIt = () => isMentor() && props.lesson.state === 'scheduled';

  async function join(): Promise<void> {
    if (!opened()) return void setPhase({ at: 'waiting' });
    if (startsIt()) {
      setPhase({ at: 'starting' });
      try {
        await goLive(props.lesson.id);
      } catch (error) {
        showToast({ tone: 'danger', title: describeError(error) });
        return void setPhase({ at: 'before' });
      }
    }
    setPhase({ at: 'inside' });
  }
  function over(end: RoomEnd): void {
    const early = end.reason === 'refused' && end.error instanceof ApiError && end.error.code === 'too_early';
    if (early) setNotBeforeMs(now() + refusedPauseMs);
    setPhase(early ? { at: 'waiting' } : { at: 'over', end });
  }
  // Who waits comes in without pressing anything.
  createEffect(() => phase().at === 'waiting' && opened() && now() >= notBeforeMs() && void join());
  createEffect(() => {
    if (props.lesson.state === 'cancelled') setPhase({ at: 'over', end: { reason: 'cancelled' } });
  });

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
          phase={phase().at}
          startsIt={startsIt()}
          onJoin={() => void join()}
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
          onOver={over}
        />
      </Match>
      <Match when={end()}>
        {(ended) => (
          <Over
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

/** A lesson that is over has no door any more. */
function initialPhase({ state }: SessionForMe): Phase {
  if (state === 'completed' || state === 'missed') return { at: 'over', end: { reason: 'ended' } };
  if (state === 'cancelled') return { at: 'over', end: { reason: 'cancelled' } };
  return { at: 'before' };
}
