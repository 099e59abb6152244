import type { LayoutMode } from '../../room/arrangeStage.ts';
import type { Corner } from '../../room/layout/placeTiles.ts';

/** Texts about the layout of a room. They are fetched with the room. */
export const layout = {
  layout: {
    menu: 'Layout',
    modes: {
      auto: 'Auto',
      side: 'Side by side',
      overlay: 'Overlay',
      grid: 'Grid',
      speaker: 'Speaker',
    } satisfies Record<LayoutMode, string>,
    options: (about: { name: string }) => `Picture options: ${about.name}`,
    pin: (about: { name: string }) => `Pin: ${about.name}`,
    unpin: (about: { name: string }) => `Unpin: ${about.name}`,
    pinShort: 'Pin',
    unpinShort: 'Unpin',
    pinned: 'pinned',
    swap: 'Swap pictures',
    hideOwn: 'Hide my picture',
    showOwn: 'Show my picture',
    corner: 'Place of the small picture',
    corners: {
      topLeft: 'Top left',
      topRight: 'Top right',
      bottomLeft: 'Bottom left',
      bottomRight: 'Bottom right',
    } satisfies Record<Corner, string>,
    pages: 'Pages of people',
    page: (about: { page: number; pages: number }) => `${about.page} of ${about.pages}`,
    previous: 'Previous people',
    next: 'More people',
    window: 'Picture in picture',
    closeWindow: 'Close picture in picture',
    windowFailed: 'Picture in picture did not open',
    windowFailedText: 'The browser did not allow it. Try again.',
  },
};
