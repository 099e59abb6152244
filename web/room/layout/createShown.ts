import { tileKey } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';
import type { ShownTile } from '../roomTypes.ts';

type Source = 'camera' | 'screen';
type Viewer = 'stage' | 'window';
export type Shown = ReturnType<typeof createShown>;

/** Tells the node how large each picture is shown, where it is shown twice: on the stage and in a window of its own. */
export function createShown(room: Room) {
  const shown = { stage: new Map<string, ShownTile>(), window: new Map<string, ShownTile>() };
  return (viewer: Viewer, peerId: string, source: Source, tile: ShownTile): void => {
    const key = tileKey(peerId, source);
    shown[viewer].set(key, tile);
    void room.client.showTrack(
      peerId,
      source,
      larger(shown.stage.get(key) ?? null, shown.window.get(key) ?? null),
    );
  };
}

function larger(one: ShownTile, other: ShownTile): ShownTile {
  if (!one || !other) return one ?? other;
  return one.width * one.height >= other.width * other.height ? one : other;
}
