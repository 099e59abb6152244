import { createSignal, onCleanup } from 'solid-js';
import type { Gift } from '../../../media/contracts/gifts.ts';
import type { RoomClient } from '../RoomClient.ts';

/** So long each one is thanked for. */
const shownMs = 6_000;

/** The gift that the room thanks for now; each once, one after the other. */
export function createGifts(client: Pick<RoomClient, 'events'>) {
  const [waiting, setWaiting] = createSignal<Gift[]>([]);
  const known = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function next(): void {
    setWaiting(([, ...later]) => later);
    timer = waiting().length > 0 ? setTimeout(next, shownMs) : undefined;
  }
  client.events.on('giftReceived', (gift) => {
    if (known.has(gift.id)) return;
    known.add(gift.id);
    setWaiting((gifts) => [...gifts, gift]);
    timer ??= setTimeout(next, shownMs);
  });
  onCleanup(() => clearTimeout(timer));
  return { shown: () => waiting().at(0) };
}
