import type { Boxes } from './placeTiles.ts';

/** Tells how large the stage is, and which part of it no bar lies over: `free` is placed by the style sheet. */
export function watchBoxes(
  stage: HTMLElement,
  free: HTMLElement,
  onBoxes: (boxes: Boxes) => void,
): () => void {
  let told = '';
  const tell = () => {
    const boxes: Boxes = {
      stage: { width: stage.clientWidth, height: stage.clientHeight },
      free: {
        left: free.offsetLeft,
        top: free.offsetTop,
        width: free.offsetWidth,
        height: free.offsetHeight,
      },
    };
    if (JSON.stringify(boxes) === told) return;
    told = JSON.stringify(boxes);
    onBoxes(boxes);
  };
  const sizes = new ResizeObserver(tell);
  sizes.observe(stage);
  sizes.observe(free);
  tell();
  return () => sizes.disconnect();
}
