/** Brings times of a worker of the SFU to the clock that a room's recordings go by. */
export class SfuClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Both clocks run on this machine, evenly; a message between them may be late, never early. */
  #offsetMs = Infinity;

  constructor(now: () => number) {
    this.now = now;
  }

  /** @param ntpMs what a report that comes at this moment says (ms since 1900). @returns ms since the epoch */
  toNode(ntpMs: number): number {
    this.#offsetMs = Math.min(this.#offsetMs, this.now() - ntpMs);
    return ntpMs + this.#offsetMs;
  }
}
