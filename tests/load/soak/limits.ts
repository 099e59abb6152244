import type { Allowance } from './trend.ts';

export const processes = ['api', 'media', 'workers'] as const;
export const ofRooms = ['rooms', 'peers', 'transports', 'producers', 'consumers'] as const;
const rss: Allowance = { absolute: 16, share: 0.08 };
const heap: Allowance = { absolute: 3, share: 0.05 };
const files: Allowance = { absolute: 40, share: 0.5 };

/**
 * How much each may grow while people come and go. Files, sockets, timers and what is open in rooms follow how many
 * are there at the moment: for these counts it tells more what is left when everybody is gone.
 */
export const allowances: ReadonlyMap<string, Allowance> = new Map([
  ...processes.flatMap((name) => [
    [`${name} rssMb`, rss] as const,
    [`${name} heapMb`, heap] as const,
    [`${name} files`, files] as const,
  ]),
  ['mediasoup rssMb', { absolute: 8, share: 0.1 }],
  ['mediasoup files', { absolute: 4, share: 0.1 }],
]);

/** What must be as it was before the first join, once everybody is gone: by no more than this may it differ. */
export const mayBeLeft: ReadonlyMap<string, number> = new Map([
  ...ofRooms.map((name) => [`rooms ${name}`, 0] as const),
  ['mediasoup objects', 0],
  ['mediasoup iceNames', 0],
  ['mediasoup files', 0],
  // Connections to Redis, and those of HTTP that are kept alive, come and go by themselves.
  ...processes.flatMap((name) => [
    [`${name} files`, 6] as const,
    [`${name} sockets`, 6] as const,
    [`${name} timers`, 6] as const,
    [`${name} handles`, 10] as const,
  ]),
]);
