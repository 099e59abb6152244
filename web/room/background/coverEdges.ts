/** How far a blur of `blurShare` fades at the edges, of the picture's size, on each side. */
const fading = 0.08;

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d', { alpha: false });

/**
 * A blurred picture fades to nothing at its edges, which would be sent as a black frame: under them lies the same picture,
 * a little larger.
 * @returns a canvas that is good until the next call
 */
export function coverEdges(bitmap: ImageBitmap): OffscreenCanvas {
  const { width, height } = bitmap;
  if (!context) throw new Error('no canvas in workers');
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const [left, top] = [width * fading, height * fading];
  context.drawImage(bitmap, -left, -top, width + 2 * left, height + 2 * top);
  context.drawImage(bitmap, 0, 0);
  return canvas;
}
