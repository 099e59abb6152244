import { createEffect, createSignal, onCleanup } from 'solid-js';
import { ownerOf, self, tileKey, type TileKey } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';

type Pin = { userId: string; source: 'camera' | 'screen' };
/** Who comes back within this time is pinned still: a drop is no farewell. */
const holdMs = 30_000;

/** The one tile that is to stay large. It is known by its person, who may come back with another place. */
export function createPin(room: Room, sharing: () => readonly string[]) {
  const [pin, setPin] = createSignal<Pin>();
  const personOf = (tile: TileKey) => {
    const id = ownerOf(tile);
    return id === self ? self : room.view.people.find((peer) => peer.id === id)?.userId;
  };
  const pinned = (): TileKey | undefined => {
    const wish = pin();
    if (!wish) return undefined;
    const id =
      wish.userId === self ? self : room.view.people.find(({ userId }) => userId === wish.userId)?.id;
    if (id === undefined || (wish.source === 'screen' && !sharing().includes(id))) return undefined;
    return tileKey(id, wish.source);
  };
  createEffect(() => {
    // While this page itself is away nobody has left.
    if (!pin() || pinned() || room.view.state !== 'connected') return;
    const timer = setTimeout(() => setPin(undefined), holdMs);
    onCleanup(() => clearTimeout(timer));
  });
  return {
    pinned,
    /** Pins a tile, in place of another one; the pinned one is let go. */
    toggle: (tile: TileKey): void => {
      const userId = personOf(tile);
      if (pinned() === tile || userId === undefined) setPin(undefined);
      else setPin({ userId, source: tile.endsWith('/screen') ? 'screen' : 'camera' });
    },
  };
}
