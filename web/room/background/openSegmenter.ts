import { transfer, wrap, type Remote } from 'comlink';
import { segmenterWorkers, type Start } from './contract.ts';

type Options = {
  assetsPath: string;
  deferInputFrameDownscale: boolean;
  hysteresis: boolean;
  maskBlurRadius: number;
  blurFilterRadius: number;
  fitType: 'Fill';
};

/** What the workers of @twilio/video-processors expose over Comlink; package.json pins its version for this. */
type Pipeline = {
  loadTwilioTFLite: () => Promise<boolean>;
  /** Takes the frame, and closes it. Nothing comes back while nothing is loaded. */
  render: (frame: VideoFrame | ImageBitmap) => Promise<ImageBitmap | null>;
  setBlurFilterRadius: (radius: number) => Promise<void>;
  setBackgroundImage: (image: ImageBitmap) => Promise<void>;
};
type PipelineClass = new (options: Options) => Pipeline;

/** Of the picture's shorter side: strong enough that no text can be read. */
const blurShare = 1 / 30;

export type Segmenter = {
  /** Takes the frame, whatever comes of it. @returns the same with another background, to be closed */
  render: (frame: VideoFrame | ImageBitmap) => Promise<ImageBitmap>;
  /** For pictures with so many lines from now on. */
  setLines: (lines: number) => Promise<void>;
};

/**
 * Finds the person in each picture, in a worker of its own: a picture can be on its way while the next one is read.
 * @param onFailed hears that its worker broke, from when on nothing more is answered
 * @throws what kept it from loading
 */
export async function openSegmenter(
  { effect, assets, colour }: Pick<Start, 'effect' | 'assets' | 'colour'>,
  onFailed: (why: string) => void,
): Promise<Segmenter> {
  const worker = new Worker(new URL(segmenterWorkers[effect], new URL(assets, self.location.origin)));
  worker.addEventListener('error', ({ message }) => onFailed(message || 'the segmenter broke'));
  const Class = wrap<PipelineClass>(worker);
  const pipeline: Remote<Pipeline> = await new Class({
    assetsPath: '',
    deferInputFrameDownscale: false,
    hysteresis: true,
    maskBlurRadius: 8,
    blurFilterRadius: 1,
    fitType: 'Fill',
  });
  await pipeline.loadTwilioTFLite();
  if (effect === 'plain') {
    const image = plainImage(colour);
    await pipeline.setBackgroundImage(transfer(image, [image]));
  }
  return {
    async render(frame) {
      const bitmap = await pipeline.render(transfer(frame, [frame]));
      if (!bitmap) throw new Error('the segmenter is not loaded');
      return bitmap;
    },
    async setLines(lines) {
      if (effect === 'blur') await pipeline.setBlurFilterRadius(Math.max(4, Math.round(lines * blurShare)));
    },
  };
}

function plainImage(colour: string): ImageBitmap {
  const canvas = new OffscreenCanvas(16, 16);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas in workers');
  context.fillStyle = colour;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas.transferToImageBitmap();
}
