export { attachRealtime } from './attachRealtime.ts';
export { endSockets } from './endSockets.ts';
export { createFanOut } from './fanOut.ts';
export type { LiveIdentity } from './identify.ts';
