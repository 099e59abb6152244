/** Who speaks for this long has the turn; a cough is shorter. */
const turnMs = 1_500;
/** A pause within a speech; after a longer one it begins anew. */
const pauseMs = 2_000;

/** Decides whose turn it is to speak, so that the stage does not jump at every sound. Times are in milliseconds. */
export class SpeakerTurn {
  #turn: string | undefined;
  #candidate: string | undefined;
  #spokenMs = 0;
  #speaking = false;
  #sinceMs = 0;

  get holder(): string | undefined {
    return this.#turn;
  }

  /** Someone speaks now, or nobody does. */
  hear(speaker: string | null, atMs: number): void {
    if (speaker === null && !this.#speaking) return;
    this.#count(atMs);
    if (speaker === null || speaker === this.#candidate) {
      const long = !this.#speaking && atMs - this.#sinceMs > pauseMs;
      if (speaker !== null && long) this.#spokenMs = 0;
      this.#speaking = speaker !== null;
      this.#sinceMs = atMs;
      return;
    }
    this.#candidate = speaker;
    this.#spokenMs = 0;
    this.#speaking = true;
    this.#sinceMs = atMs;
    // The first one waits for nobody.
    this.#turn ??= speaker;
  }

  /** @returns in how long the turn would pass on if nothing else is heard; nothing when it would not. */
  passesInMs(): number | undefined {
    if (!this.#speaking || this.#candidate === this.#turn) return undefined;
    return Math.max(0, turnMs - this.#spokenMs);
  }

  /** Passes the turn on when it is time. */
  look(atMs: number): void {
    this.#count(atMs);
    if (this.#candidate !== undefined && this.#spokenMs >= turnMs) this.#turn = this.#candidate;
  }

  /** Who left has no turn. */
  forget(speaker: string): void {
    if (this.#turn === speaker) this.#turn = undefined;
    if (this.#candidate !== speaker) return;
    this.#candidate = undefined;
    this.#speaking = false;
  }

  #count(atMs: number): void {
    if (!this.#speaking) return;
    this.#spokenMs += atMs - this.#sinceMs;
    this.#sinceMs = atMs;
  }
}
