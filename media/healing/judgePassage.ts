/** What was seen at one moment of a producer and of one consumer of it. Instants are `performance.now`. */
export interface Look {
  atMs: number;
  consumerId: string;
  /** Packets that have arrived from the producer, as they were counted within the last two seconds. */
  arrived: number;
  /** Packets that the consumer has passed on. */
  passed: number;
  /** Since when it should pass them on without a break; nothing while it should not: hidden, muted, not ready. */
  wantedSinceMs: number | undefined;
}

/** `idle`: nothing should flow. `unclear`: nothing can be said yet, or there is nothing to pass on. */
export type Verdict = 'flows' | 'blocked' | 'idle' | 'unclear';

/** Counts of arrivals are older by up to two seconds, and a key frame may be on its way. */
const settleMs = 2_500;
/** Opus in silence (DTX, RFC 7587) still sends a packet every 400 ms: so many come within two seconds. */
const fewestPackets = 3;

/** Whether a consumer passes on what its producer sends, from two looks at both (ROOM-13). */
export function judgePassage(before: Look | undefined, now: Look): Verdict {
  if (now.wantedSinceMs === undefined) return 'idle';
  if (before?.consumerId !== now.consumerId) return 'unclear';
  if (now.passed > before.passed) return 'flows';
  const settled = before.atMs - now.wantedSinceMs >= settleMs;
  return settled && now.arrived - before.arrived >= fewestPackets ? 'blocked' : 'unclear';
}
