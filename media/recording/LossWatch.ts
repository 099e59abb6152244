/** What was asked for again has come by then, or never does; FFmpeg waits no longer (startFfmpeg.ts). */
const waitMs = 500;
/** Beyond this it is no loss: the sender began anew. */
const mostMissing = 500;

/** Sees by their numbers which packets of a stream do not come. */
export class LossWatch {
  readonly #missing = new Map<number, number>();
  #last: number | undefined;

  /**
   * @param sequenceNumber of a packet that came (RFC 3550, 5.1)
   * @param nowMs on any steady clock
   * @returns whether one is missing for good since the last call that said so
   */
  pass(sequenceNumber: number, nowMs: number): boolean {
    const ahead = this.#last === undefined ? 1 : (sequenceNumber - this.#last) & 0xffff;
    if (ahead === 0 || ahead >= 0x8000) this.#missing.delete(sequenceNumber);
    else {
      for (let back = ahead > mostMissing ? 0 : ahead - 1; back > 0; back -= 1)
        this.#missing.set((sequenceNumber - back) & 0xffff, nowMs);
      this.#last = sequenceNumber;
    }
    const [oldest] = this.#missing.values();
    if (oldest === undefined || nowMs - oldest < waitMs) return false;
    this.#missing.clear();
    return true;
  }
}
