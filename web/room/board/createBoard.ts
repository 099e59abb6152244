import { createSignal, untrack } from 'solid-js';
import type { RoomClient } from '../RoomClient.ts';

type Options = {
  client: RoomClient;
  isMentor: boolean;
  /** Somebody else has opened the board; `open` does so here, where it did not open by itself. */
  onOpened: (name: string, open: (() => void) | undefined) => void;
};

export type RoomBoard = ReturnType<typeof createBoard>;

/** Whether the board is on the stage; what is on it is fetched with its code when it is opened (ROOM-9). */
export function createBoard({ client, isMentor, onOpened }: Options) {
  const [isOpen, setIsOpen] = createSignal(false);
  const [openedHere, setOpenedHere] = createSignal(false);
  let putAway = false;
  const tell = (shown: boolean) => void client.ask('showBoard', { shown }).catch(() => undefined);
  function toggle(): void {
    putAway = untrack(isOpen);
    setOpenedHere(!putAway);
    setIsOpen(!putAway);
    tell(!putAway);
  }
  client.events.on('boardOpened', ({ name, isMentor: byMentor }) => {
    if (untrack(isOpen) || putAway) return;
    onOpened(name, byMentor ? undefined : toggle);
    // What the mentor begins is the lesson: the others have it before them, as a shared screen.
    if (byMentor) setIsOpen(true);
  });
  // Who comes later finds it open, too.
  client.events.on('peerJoined', () => isMentor && untrack(isOpen) && tell(true));
  return { isOpen, toggle, openedHere };
}
