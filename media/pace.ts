import { RateLimiterMemory } from 'rate-limiter-flexible';
import { SignallingError } from './SignallingError.ts';

/** How often one person may do what everybody in the room, or the mentor, is told of. */
const paces = {
  gesture: new RateLimiterMemory({ points: 8, duration: 4 }),
  knock: new RateLimiterMemory({ points: 4, duration: 60 }),
  /** A lively exchange with code pasted in pieces, and no flood. */
  say: new RateLimiterMemory({ points: 20, duration: 10 }),
  /** A mentor who comes back with what they ticked in a tunnel, and no flood. */
  tick: new RateLimiterMemory({ points: 60, duration: 30 }),
  /** Pages of the history, as fast as somebody scrolls. */
  read: new RateLimiterMemory({ points: 40, duration: 10 }),
  /** Strokes that are done, of a hand that is quick, and all that was drawn during a drop. */
  draw: new RateLimiterMemory({ points: 150, duration: 10 }),
  /** Characters of them: every state goes to the database, too. */
  drawn: new RateLimiterMemory({ points: 8_000_000, duration: 60 }),
  /** Parts of a whiteboard, as fast as the largest one opens. */
  board: new RateLimiterMemory({ points: 150, duration: 10 }),
  /** Cursors, and lines under the hand. */
  moment: new RateLimiterMemory({ points: 300, duration: 10 }),
  /** Pages report every few seconds, and once more after a drop. */
  report: new RateLimiterMemory({ points: 10, duration: 15 }),
};

/** @param points of how many it counts. @throws SignallingError `too_many` when it comes too often. */
export async function keepPace(
  what: keyof typeof paces,
  roomCode: string,
  userId: string,
  points = 1,
): Promise<void> {
  try {
    await paces[what].consume(`${roomCode} ${userId}`, points);
  } catch {
    throw new SignallingError('too_many', 'not so often');
  }
}
