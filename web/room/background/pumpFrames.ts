import { coverEdges } from './coverEdges.ts';
import type { createPace } from './createPace.ts';
import { fitLines } from './holdRate.ts';
import type { Segmenter } from './openSegmenter.ts';

type Options = {
  frames: ReadableStream<VideoFrame>;
  out: WritableStream<VideoFrame>;
  segmenter: Segmenter;
  pace: ReturnType<typeof createPace>;
  /** Hears the size of the pictures, with the first one and whenever it changes. */
  onSize: (size: { width: number; height: number }) => void;
};

/**
 * Gives each picture its background and passes it on with its own timestamp, until the camera ends. One at a time: what
 * comes meanwhile is dropped by the source, which keeps only the newest. Every frame is closed, here or by who takes it.
 */
export async function pumpFrames({ frames, out, segmenter, pace, onSize }: Options): Promise<void> {
  const reader = frames.getReader();
  const writer = out.getWriter();
  let size = { width: 0, height: 0 };
  async function pass(frame: VideoFrame): Promise<void> {
    const begunMs = performance.now();
    const { timestamp, duration, displayWidth, displayHeight } = frame;
    const fitted = fitLines(displayWidth, displayHeight, pace.step().lines);
    const resized = fitted.width !== size.width || fitted.height !== size.height;
    if (resized) await segmenter.setLines(Math.min(fitted.width, fitted.height));
    const bitmap = await segmenter.render(await shrink(frame, fitted));
    const picture = coverEdges(bitmap);
    bitmap.close();
    const made = new VideoFrame(picture, { timestamp, ...(duration === null ? {} : { duration }) });
    await writer.write(made);
    const nowMs = performance.now();
    // With a new size shaders are compiled anew: that says nothing of the pictures to come.
    if (resized) onSize((size = fitted));
    else pace.took(nowMs - begunMs, nowMs);
  }
  for (;;) {
    const { done, value: frame } = await reader.read();
    if (done) break;
    try {
      if (pace.takes(frame.timestamp)) await pass(frame);
    } finally {
      // One that was handed on is closed already, and closing it again does nothing.
      frame.close();
    }
  }
  await writer.close();
}

async function shrink(
  frame: VideoFrame,
  { width, height }: { width: number; height: number },
): Promise<VideoFrame | ImageBitmap> {
  if (frame.displayHeight === height && frame.displayWidth === width) return frame;
  return createImageBitmap(frame, { resizeWidth: width, resizeHeight: height, resizeQuality: 'low' });
}
