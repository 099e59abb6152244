import { createSignal, onCleanup } from 'solid-js';
import type { RoomClient } from '../RoomClient.ts';

/** So often it is said that this person writes, and so much longer others believe it. */
const sayEveryMs = 3_000;
const believedMs = 5_000;

/** Who writes now, by their ids. */
export function createTypists(client: RoomClient) {
  const [typists, setTypists] = createSignal<string[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let saidAt = -Infinity;
  let saidTo: string | null = null;

  function forget(userId: string): void {
    clearTimeout(timers.get(userId));
    timers.delete(userId);
    setTypists((all) => all.filter((one) => one !== userId));
  }
  client.events.on('typing', ({ userId }) => {
    clearTimeout(timers.get(userId));
    timers.set(
      userId,
      setTimeout(() => forget(userId), believedMs),
    );
    setTypists((all) => (all.includes(userId) ? all : [...all, userId]));
  });
  onCleanup(() => {
    for (const timer of timers.values()) clearTimeout(timer);
  });

  return {
    typists,
    forget,
    /** This person writes, to everybody or to one. */
    writing: (to: string | null): void => {
      const now = performance.now();
      // A hint that waits for the network would come when it is not true any more.
      if (client.state !== 'connected' || (to === saidTo && now - saidAt < sayEveryMs)) return;
      [saidAt, saidTo] = [now, to];
      void client.ask('typing', { to }).catch(() => undefined);
    },
    /** What they wrote is sent: the next letter is told at once. */
    wrote: () => void (saidAt = -Infinity),
  };
}
