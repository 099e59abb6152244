import type { Start, Told } from './contract.ts';
import { createPace } from './createPace.ts';
import { openSegmenter } from './openSegmenter.ts';
import { pumpFrames } from './pumpFrames.ts';

/** A worker's own postMessage, which the page's types know as a window's. */
const tell = (told: Told) => (self as unknown as Pick<Worker, 'postMessage'>).postMessage(told);
const fail = (why: string) => tell({ what: 'failed', why });

async function work({ frames, out, ...start }: Start): Promise<void> {
  let struggling = false;
  const pace = createPace((load) => {
    if (load.struggling === struggling) return;
    struggling = load.struggling;
    tell({ what: 'struggling', so: struggling });
  });
  const segmenter = await openSegmenter(start, fail);
  await pumpFrames({ frames, out, segmenter, pace, onSize: (size) => tell({ what: 'made', ...size }) });
}

self.addEventListener('message', ({ data }: MessageEvent<Start>) => {
  work(data).catch((error: unknown) => fail(String(error)));
});
