import { untrack } from 'solid-js';
import type { Room } from '../createRoom.ts';
import { layoutModes } from '../arrangeStage.ts';
import { useShortcuts } from '../shortcuts.ts';
import { createBars } from './createBars.ts';
import { createFullScreen } from './createFullScreen.ts';
import { createLayout } from './createLayout.ts';
import { createMedia, phoneQuery } from './createMedia.ts';
import { createPictureWindow } from './createPictureWindow.ts';
import { createShown } from './createShown.ts';

type Options = { room: Room; isMentor: () => boolean; boardOpen: () => boolean };

/** Everything about how a room's pictures are shown, with its keys. */
export function createStage({ room, isMentor, boardOpen }: Options) {
  const small = createMedia(phoneQuery);
  const ownRole = untrack(isMentor) ? 'mentor' : 'learner';
  const layout = createLayout({ room, ownRole, small, boardOpen });
  const fullScreen = createFullScreen();
  const bars = createBars(fullScreen.on, small);
  const shown = createShown(room);
  const pictureWindow = createPictureWindow({ tile: layout.mainTile, shown });
  const nextMode = () => layoutModes[(layoutModes.indexOf(layout.mode()) + 1) % layoutModes.length];
  useShortcuts({
    F: () => fullScreen.toggle(),
    I: () => pictureWindow.toggle(),
    N: () => {
      const main = layout.mainTile();
      if (main) layout.togglePin(main);
    },
    X: () => {
      if (layout.canSwap()) layout.swap();
    },
    Y: () => layout.setMode(nextMode() ?? 'auto'),
  });
  return { layout, fullScreen, bars, shown, pictureWindow };
}
