import type { MediaSource } from '../../media/contracts/facts.ts';
import type { Silence } from '../../media/contracts/signalling.ts';

type Opening = { source: MediaSource; silence?: Silence };

/** What the mentor stops while it is being opened: until it is sent there is nothing that could be muted. */
export class AwaitedSilences {
  /** By a press, and by itself in place of one that was pulled out, a device may be opened twice at a time. */
  readonly #openings = new Set<Opening>();

  /** @returns says that it is open, or will not be, and gets what holds for it */
  begin(source: MediaSource): () => Silence | undefined {
    const opening: Opening = { source };
    this.#openings.add(opening);
    return () => {
      this.#openings.delete(opening);
      return opening.silence;
    };
  }

  /** @returns whether there is something being opened for which it holds */
  hold(silence: Silence): boolean {
    const concerned = [...this.#openings].filter(({ source }) => source === silence.source);
    for (const opening of concerned) opening.silence = silence;
    return concerned.length > 0;
  }
}
