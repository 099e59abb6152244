import type { BoardElement, BoardView } from '../../../media/contracts/board.ts';
import type { BoardCanvas } from './canvas/mountCanvas.ts';

/** Turns to pages of a board: each is found as it was left and, the first time, whole. */
export function createTurning() {
  const left = new Map<string, BoardView>();
  let current: string | undefined;
  return (canvas: BoardCanvas, page: string, elements: readonly BoardElement[]): void => {
    if (current !== undefined) left.set(current, canvas.view());
    current = page;
    canvas.open(elements);
    const view = left.get(page);
    if (view) canvas.lookAt(view);
    else if (elements.length > 0) canvas.fit(elements);
  };
}
