import { createEffect, createMemo, createSignal, on } from 'solid-js';
import {
  arrangeStage,
  board,
  boardTile,
  layoutModes,
  primaryOf,
  self,
  tileKey,
  type TileKey,
} from '../arrangeStage.ts';
import { createKept } from '../createKept.ts';
import type { Room } from '../createRoom.ts';
import { createPin } from './createPin.ts';
import { createSpeaker } from './createSpeaker.ts';
import { corners, placeTiles, smallFits, type Boxes, type Corner } from './placeTiles.ts';

type Options = {
  room: Room;
  ownRole: Parameters<typeof arrangeStage>[0]['ownRole'];
  /** Whether this is a phone. */
  small: () => boolean;
  boardOpen: () => boolean;
};
export type RoomLayout = ReturnType<typeof createLayout>;

const gridFits = { phone: 6, desktop: 16 };
const gaps = { phone: 8, desktop: 12 };
const nothing: Boxes = {
  stage: { width: 0, height: 0 },
  free: { left: 0, top: 0, width: 0, height: 0 },
};

/** How this person wants the stage, and where everybody stands on it (ROOM-6). */
export function createLayout({ room, ownRole, small, boardOpen }: Options) {
  const kept = createChoices(small);
  const [swapped, setSwapped] = createSignal(false);
  const [page, setPage] = createSignal(0);
  const [boxes, setBoxes] = createSignal(nothing);
  const gap = () => (small() ? gaps.phone : gaps.desktop);
  const sharing = createSharing(room, boardOpen);
  const speakerId = createSpeaker(room);
  const pin = createPin(room, sharing);
  const arrangement = createMemo(() =>
    arrangeStage({
      mode: kept.mode(),
      ownRole,
      people: room.view.people,
      sharing: sharing(),
      speakerId: speakerId(),
      pinned: pin.pinned(),
      swapped: swapped(),
      hideSelf: kept.ownHidden(),
      page: page(),
      fits: { grid: small() ? gridFits.phone : gridFits.desktop, small: smallFits(boxes(), gap()) },
    }),
  );
  const rects = createMemo(() => placeTiles(arrangement(), boxes(), { corner: kept.corner(), gap: gap() }));
  const laysOver = () => arrangement().layout === 'over' || arrangement().layout === 'one';
  // A swap is of two; with a third one it would say nothing. Another layout begins with its first page.
  createEffect(on([() => room.view.people.length], ([count]) => count !== 1 && setSwapped(false)));
  createEffect(on(kept.mode, () => setPage(0)));

  return {
    ...kept,
    arrangement,
    rects,
    boxes,
    setBoxes,
    /** How far bars, and the space around them, reach into the stage, in CSS pixels. */
    margins: () => marginsOf(boxes()),
    /** The main picture lies under the bars. */
    bleeds: () => laysOver() && marginsOf(boxes()).above > 0,
    pinned: pin.pinned,
    togglePin: pin.toggle,
    /** The one picture of a small window: the large one, else of who speaks, else of whom one came to see. */
    mainTile: (): TileKey | undefined => {
      const shown = arrangement().shown.filter(({ tile }) => tile !== boardTile);
      const id = speakerId() ?? primaryOf({ people: room.view.people, ownRole });
      const main = shown.find(({ place }) => place === 'main')?.tile;
      return main ?? (id === undefined ? shown[0]?.tile : tileKey(id, 'camera'));
    },
    /** Of two without a screen, the small one becomes the large one. */
    canSwap: () =>
      room.view.people.length === 1 &&
      sharing().length === 0 &&
      pin.pinned() === undefined &&
      !kept.ownHidden() &&
      arrangement().layout !== 'grid',
    swap: () => setSwapped(!swapped()),
    turnPage: (by: number): void => {
      const { page: now, pages } = arrangement();
      setPage(Math.max(0, Math.min(pages - 1, now + by)));
    },
  };
}

/** What stays on this device. On a phone thumbs and the bar are below, so there the small picture begins above. */
function createChoices(small: () => boolean) {
  const [mode, setMode] = createKept('layout', layoutModes);
  const [ownView, setOwnView] = createKept('ownView', ['shown', 'hidden']);
  const [wide, setWide] = createKept<Corner>('corner', ['bottomRight', ...corners]);
  const [phone, setPhone] = createKept<Corner>('cornerPhone', ['topRight', ...corners]);
  return {
    mode,
    setMode,
    corner: () => (small() ? phone() : wide()),
    setCorner: (corner: Corner) => (small() ? setPhone(corner) : setWide(corner)),
    ownHidden: () => ownView() === 'hidden',
    toggleOwn: () => setOwnView(ownView() === 'hidden' ? 'shown' : 'hidden'),
  };
}

/** Ids of those who share a screen, as they began. */
function createSharing(room: Room, boardOpen: () => boolean) {
  return createMemo<string[]>((before) => {
    const others = room.view.people.filter(({ id }) => room.view.received[id]?.screen);
    const drawing = boardOpen() ? [board] : [];
    const now = [...drawing, ...(room.view.local.screen ? [self] : []), ...others.map(({ id }) => id)];
    return [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))];
  }, []);
}

const marginsOf = ({ stage, free }: Boxes) => ({
  above: free.top,
  under: Math.max(0, stage.height - free.top - free.height),
});
