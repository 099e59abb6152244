/** So many rounds are tried before the person is asked. */
const maxRounds = 3;
/** A round tries again and again for so long: 30 s without a network pass unasked. */
const roundMs = 15_000;
const firstPauseMs = 250;
const longestPauseMs = 2_000;

/** Counts what was tried in vain, to tell when to try again and when to give up. */
export class Rounds {
  #round = 1;
  #tries = 0;
  #since = performance.now();

  /**
   * @param online without a network nothing was tried, so nothing failed
   * @returns how long to wait before the next try; nothing when the last round has failed
   */
  failed(online: boolean): number | undefined {
    const now = performance.now();
    if (!online) this.#since = now;
    else if (now - this.#since >= roundMs) {
      if (this.#round === maxRounds) return undefined;
      this.#round += 1;
      this.#since = now;
    }
    this.#tries += 1;
    return Math.min(firstPauseMs * 2 ** this.#tries, longestPauseMs);
  }
}
