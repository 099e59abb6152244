import { ownerOf, self, type TileKey } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';
import { t } from '../../text/room.ts';

export type Me = { id: string; name: string; pictureUrl: string | null };

type Source = 'camera' | 'screen';

/** What a tile tells of its person; every field follows the room. */
export function tileFacts(room: Room, me: Me, tile: TileKey) {
  const id = ownerOf(tile);
  const source: Source = tile.endsWith('/screen') ? 'screen' : 'camera';
  return id === self ? ownFacts(room, me, tile, source) : othersFacts(room, id, tile, source);
}

function ownFacts(room: Room, me: Me, tile: TileKey, source: Source) {
  const { view } = room;
  return {
    ...{ tile, source, own: true, away: false, holding: false },
    peerId: undefined,
    personId: me.id,
    pictureUrl: me.pictureUrl,
    get name() {
      return t(source === 'screen' ? 'stage.yourScreen' : 'stage.you');
    },
    /** As the others see it: one that the system took shows nothing. */
    get track() {
      const sent = view.local[source];
      return sent?.paused ? undefined : sent?.track;
    },
    get muted() {
      return source === 'camera' && (view.local.microphone?.paused ?? true);
    },
    get speaking() {
      return source === 'camera' && view.speakerId !== null && view.speakerId === room.peerId();
    },
  };
}

function othersFacts(room: Room, id: string, tile: TileKey, source: Source) {
  const { view } = room;
  const person = () => view.people.find((peer) => peer.id === id);
  const received = () => view.received[id];
  return {
    ...{ tile, source, own: false },
    peerId: id,
    get personId() {
      return person()?.userId ?? '';
    },
    get pictureUrl() {
      return person()?.pictureUrl ?? null;
    },
    get name() {
      const name = person()?.name ?? '';
      return source === 'screen' ? t('stage.screenOf', { name }) : name;
    },
    /** One that is stopped, or not wanted, shows nothing, not its last frame. */
    get track() {
      const picture = received()?.[source];
      const wanted = room.quality.choice() !== 'audio';
      return picture?.paused || !wanted ? undefined : picture?.track;
    },
    get muted() {
      return source === 'camera' && (received()?.microphone?.paused ?? true);
    },
    get speaking() {
      return source === 'camera' && view.speakerId === id;
    },
    get away() {
      return person()?.connected === false;
    },
    /** The line is lost, here or there: the picture comes back. */
    get holding() {
      return view.state !== 'connected' || person()?.connected === false;
    },
  };
}
