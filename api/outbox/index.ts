export { DoLater } from './DoLater.ts';
export { emitLive } from './emitLive.ts';
export { enqueueJob } from './enqueueJob.ts';
export { nudgeThrough } from './nudge.ts';
export { OutboxRelay, type Delivery } from './OutboxRelay.ts';
export { countWaiting, removePublished } from './rows.ts';
