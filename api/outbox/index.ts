export { emitLive } from './emitLive.ts';
export { enqueueJob } from './enqueueJob.ts';
export { nudgeThrough } from './nudge.ts';
