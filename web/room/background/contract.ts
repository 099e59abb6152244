/** What stands behind a person in place of their room. */
export type Effect = 'blur' | 'plain';

/** What the page gives the worker, once. */
export type Start = {
  effect: Effect;
  frames: ReadableStream<VideoFrame>;
  out: WritableStream<VideoFrame>;
  /** Where the segmenter's files are. */
  assets: string;
  /** CSS colour of the plain background. */
  colour: string;
};

/** What the worker tells the page. */
export type Told =
  | { what: 'made'; width: number; height: number }
  /** Whether even the smallest and slowest picture is too much for the machine. */
  | { what: 'struggling'; so: boolean }
  | { what: 'failed'; why: string };

/** Of the segmenter's package, what one effect needs; they lie in one folder. */
export const segmenterWorkers: Record<Effect, string> = {
  blur: 'twilio-gaussian-blur-background-processor-pipeline-worker.js',
  plain: 'twilio-virtual-background-processor-pipeline-worker.js',
};
export const segmenterFiles = [
  'tflite-simd-1-0-0.js',
  'tflite-simd-1-0-0.wasm',
  'selfie_segmentation_landscape.tflite',
];
