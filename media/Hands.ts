/** Who has a hand up, by person, in the order in which they raised it. */
export class Hands {
  readonly #raised = new Map<string, number>();
  #last = 0;

  /** Its place in the order; null while it is down. */
  of(userId: string): number | null {
    return this.#raised.get(userId) ?? null;
  }

  /** @returns whether that changed anything. */
  raise(userId: string): boolean {
    if (this.#raised.has(userId)) return false;
    this.#raised.set(userId, (this.#last += 1));
    return true;
  }

  /** @returns whether that changed anything. */
  lower(userId: string): boolean {
    return this.#raised.delete(userId);
  }
}
