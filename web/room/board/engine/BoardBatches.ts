import { boardLimits, keyOf, type BoardItem } from '../../../../media/contracts/board.ts';

/** What is still changing under the hand is kept at least so often. */
export const underHandMs = 1_500;

/** Of what waits to be kept, what goes with the next request: never more than one takes, nor too often what still changes. */
export class BoardBatches {
  /** When what is under the hand was kept, or begun. */
  readonly #held = new Map<string, number>();
  #most: number = boardLimits.batchItems;

  hold(key: string): void {
    if (!this.#held.has(key)) this.#held.set(key, Date.now());
  }

  release(key: string): void {
    this.#held.delete(key);
  }

  /** The hand has let go. */
  releaseAll(): void {
    this.#held.clear();
  }

  next(pending: readonly BoardItem[]): BoardItem[] {
    const now = Date.now();
    const batch: BoardItem[] = [];
    let length = 0;
    for (const item of pending) {
      const heldSince = this.#held.get(keyOf(item));
      if (heldSince !== undefined && now - heldSince < underHandMs) continue;
      length += JSON.stringify(item).length + 1;
      if (batch.length > 0 && (length > boardLimits.batchLength || batch.length >= this.#most)) break;
      if (heldSince !== undefined) this.#held.set(keyOf(item), now);
      batch.push(item);
    }
    return batch;
  }

  /** In how many milliseconds something that is held may go; undefined when nothing is. */
  get dueInMs(): number | undefined {
    if (this.#held.size === 0) return undefined;
    return Math.max(20, Math.min(...this.#held.values()) + underHandMs - Date.now());
  }

  taken(): void {
    this.#most = boardLimits.batchItems;
  }

  /**
   * One of a batch is not fit to be kept: alone it is found, and the others are not lost with it.
   * @returns whether it is the one
   */
  narrow(batch: readonly BoardItem[]): boolean {
    this.#most = 1;
    return batch.length === 1;
  }
}
