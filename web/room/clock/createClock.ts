import { createMemo, createSignal, type Accessor } from 'solid-js';
import type { LessonClockView } from '../../../media/contracts/clock.ts';
import { now } from '../../lib/clock.ts';
import { clockAfter } from '../lessonClock.ts';
import type { RoomClient } from '../RoomClient.ts';
import type { RoomState } from '../roomTypes.ts';

type Told = { view: LessonClockView; atMs: number };
export type Clock = ReturnType<typeof createClock>;

/** The room's clock as signals of one second. While this page is cut off it stands still; the node's word counts. */
export function createClock(client: RoomClient, state: Accessor<RoomState>) {
  const [told, setTold] = createSignal<Told>();
  client.events.on('clockChanged', (view) => setTold({ view, atMs: performance.now() }));
  const connected = () => state() === 'connected';
  const shown = createMemo(
    (before: { elapsedMs: number; lostMs: number }) => {
      now();
      const known = told();
      if (!known || !connected()) return before;
      const { elapsedMs, lostMs } = clockAfter(known.view, performance.now() - known.atMs);
      // A new node may be some seconds behind what was seen already: it is waited for.
      return { elapsedMs: Math.max(elapsedMs, before.elapsedMs), lostMs };
    },
    { elapsedMs: 0, lostMs: 0 },
  );
  return {
    elapsedMs: () => shown().elapsedMs,
    lostMs: () => shown().lostMs,
    started: () => told()?.view.started === true,
    connected,
    paused: () => !connected() || told()?.view.running === false,
  };
}
