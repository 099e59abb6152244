import type { live as realLive } from '../../../lib/live.ts';

const noop = () => undefined;

/** The server's pages hear of nothing: the browser's socket does, once it has taken over. */
export const live: typeof realLive = {
  state: () => 'idle',
  connect: () => Promise.resolve(),
  reconnect: noop,
  afterGap: noop,
  ask: () => Promise.reject(new Error('there is no socket here')),
  on: () => noop,
};
