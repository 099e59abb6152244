import { restoreElements } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { BoardElement } from '../../../../media/contracts/board.ts';
import { unpackElement } from '../engine/packElement.ts';

export type SceneElement = ReturnType<ExcalidrawImperativeAPI['getSceneElements']>[number];

/** Elements as Excalidraw draws them, of those that are kept and sent. */
export function restored(packed: readonly BoardElement[]) {
  const whole = packed.map(unpackElement) as unknown as SceneElement[];
  return restoreElements(whole, null, { refreshDimensions: false, repairBindings: false });
}
