import { CaptureUpdateAction, convertToExcalidrawElements } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { flushSync } from 'react-dom';

type AppState = ReturnType<ExcalidrawImperativeAPI['getAppState']>;
type Ink = Pick<AppState, 'currentItemStrokeColor' | 'currentItemStrokeWidth' | 'currentItemOpacity'>;
export type Highlighter = ReturnType<typeof createHighlighter>;

const highlighterInk: Ink = {
  currentItemStrokeColor: '#ffd43b',
  currentItemStrokeWidth: 5,
  currentItemOpacity: 45,
};
const noteSide = 180;
const noteColour = '#ffe08a';

/** A broad pen through which one reads. Another tool, or a second press, gives the pen its own ink back. */
export function createHighlighter(api: ExcalidrawImperativeAPI, onHighlight?: (on: boolean) => void) {
  /** What the pen wrote with before, and whether the highlighter has come into the hand yet. */
  let pen: { ink: Ink; inHand: boolean } | undefined;
  function putAway(): void {
    if (!pen) return;
    api.updateScene({ appState: pen.ink });
    pen = undefined;
    onHighlight?.(false);
  }
  return {
    toggle(): void {
      if (pen) return putAway();
      const { currentItemStrokeColor, currentItemStrokeWidth, currentItemOpacity } = api.getAppState();
      const ink = { currentItemStrokeColor, currentItemStrokeWidth, currentItemOpacity };
      pen = { ink, inHand: false };
      api.setActiveTool({ type: 'freedraw' });
      api.updateScene({ appState: highlighterInk });
      onHighlight?.(true);
    },
    toolChanged({ activeTool }: Pick<AppState, 'activeTool'>): void {
      if (pen && activeTool.type === 'freedraw') pen.inHand = true;
      else if (pen?.inHand) putAway();
    },
  };
}

/** Lays a sticky note into the middle of what is seen, ready to be written on. */
export function addNote(api: ExcalidrawImperativeAPI, container: HTMLElement): void {
  const { scrollX, scrollY, zoom } = api.getAppState();
  const { clientWidth: width, clientHeight: height } = container;
  const middle = { x: width / 2 / zoom.value - scrollX, y: height / 2 / zoom.value - scrollY };
  const notes = convertToExcalidrawElements([
    {
      ...{ type: 'rectangle', x: middle.x - noteSide / 2, y: middle.y - noteSide / 2 },
      ...{ width: noteSide, height: noteSide, backgroundColor: noteColour, fillStyle: 'solid' },
      ...{ strokeColor: 'transparent', roughness: 0, roundness: { type: 3 } },
    },
  ]);
  // The key below must meet the note.
  flushSync(() => {
    api.setActiveTool({ type: 'selection' });
    api.updateScene({
      elements: [...api.getSceneElementsIncludingDeleted(), ...notes],
      appState: { selectedElementIds: Object.fromEntries(notes.map(({ id }) => [id, true as const])) },
      captureUpdate: CaptureUpdateAction.IMMEDIATELY,
    });
  });
  // Enter writes on what is selected; Excalidraw has no other way to begin that from outside.
  const canvas = container.querySelector<HTMLElement>('.excalidraw');
  canvas?.focus();
  canvas?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
