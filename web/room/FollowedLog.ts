type Page<Entry> = { entries: Entry[]; more: boolean };
type Options<Entry> = {
  /** Asks for what came after a position; undefined for the last ones. */
  ask: (since: number | undefined) => Promise<Page<Entry>>;
  onChange: (entries: Entry[]) => void;
  /** After which position everything is wanted; undefined: the last ones are enough to begin with. */
  from?: number;
};

/**
 * A log of the room as this page knows it: each entry once, in their order. What comes over one socket has no gaps; after
 * another one was needed, what came in between is asked for.
 */
export class FollowedLog<Entry extends { id: string; position: number }> {
  readonly #options: Options<Entry>;
  #entries: Entry[] = [];
  /** Everything up to there is known; undefined before anything was asked. */
  #wholeTo: number | undefined;
  /** Whether what comes now follows on from `#wholeTo`. */
  #following = false;
  #round = 0;

  constructor(options: Options<Entry>) {
    this.#options = options;
    this.#wholeTo = options.from;
  }

  get first(): Entry | undefined {
    return this.#entries[0];
  }

  /** An entry came over the socket, or its keeping was acknowledged. */
  add(entry: Entry): void {
    this.merge([entry]);
    if (this.#following) this.#wholeTo = Math.max(this.#wholeTo ?? 0, entry.position);
  }

  /** The socket is gone: entries may be missed from now on. */
  dropped(): void {
    this.#following = false;
    this.#round += 1;
  }

  /**
   * There is a place in the room, and entries come: asks for what was missed.
   * @returns whether there are older ones than the last, where those were asked for
   * @throws what asking throws
   */
  async catchUp(): Promise<boolean | undefined> {
    this.#round += 1;
    const round = this.#round;
    let older: boolean | undefined;
    for (;;) {
      const since = this.#wholeTo;
      const { entries, more } = await this.#options.ask(since);
      // A socket that was lost meanwhile left another gap, for which another round asks.
      if (round !== this.#round) return older;
      if (since === undefined) older = more;
      this.merge(entries);
      this.#wholeTo = entries.at(-1)?.position ?? since ?? 0;
      if (since === undefined || !more) break;
    }
    this.#following = true;
    this.#wholeTo = this.#entries.at(-1)?.position ?? this.#wholeTo;
    return older;
  }

  /** Takes entries from wherever they are known. */
  merge(entries: Entry[]): void {
    const known = new Set(this.#entries.map(({ id }) => id));
    const fresh = entries.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return;
    this.#entries = [...this.#entries, ...fresh].sort((a, b) => a.position - b.position);
    this.#options.onChange(this.#entries);
  }
}
