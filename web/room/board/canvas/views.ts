import { getCommonBounds } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { BoardView } from '../../../../media/contracts/board.ts';
import type { SceneElement } from './restored.ts';

type Zoom = ReturnType<ExcalidrawImperativeAPI['getAppState']>['zoom'];

/** Excalidraw learns its own size a while after it has changed. */
const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({
  width: Math.max(1, clientWidth),
  height: Math.max(1, clientHeight),
});

/** What of the page is seen. */
export function viewOf(api: ExcalidrawImperativeAPI, container: HTMLElement): BoardView {
  const { scrollX, scrollY, zoom } = api.getAppState();
  const { width, height } = sizeOf(container);
  return { x: -scrollX, y: -scrollY, width: width / zoom.value, height: height / zoom.value };
}

/** What is drawn, with some room around it. */
export function boundsOf(elements: readonly SceneElement[]): BoardView {
  const [left, top, right, bottom] = getCommonBounds(elements);
  const margin = 24;
  const x = left - margin;
  const y = top - margin;
  return { x, y, width: right + margin - x, height: bottom + margin - y };
}

/** Shows all of a view, as large as it fits. */
export function lookAt(
  api: ExcalidrawImperativeAPI,
  container: HTMLElement,
  view: BoardView,
  { mostZoom } = { mostZoom: 30 },
): void {
  const { width, height } = sizeOf(container);
  const fits = Math.min(width / view.width, height / view.height);
  const value = Math.min(mostZoom, Math.max(0.1, fits)) as Zoom['value'];
  const scrollX = width / (2 * value) - (view.x + view.width / 2);
  const scrollY = height / (2 * value) - (view.y + view.height / 2);
  api.updateScene({ appState: { scrollX, scrollY, zoom: { value } } });
}
