import type { RequestData, ResponseData } from '../../../media/contracts/signalling.ts';
import type { TopicChange } from '../../../media/contracts/topics.ts';

type Ask = (range: RequestData<'topicHistory'>) => Promise<ResponseData<'topicHistory'>>;

/**
 * What was done with the room's checklist as this page knows it: each change once, in their order. What comes over one
 * socket has no gaps; after another one was needed, what came in between is asked for.
 */
export class TopicLog {
  readonly #ask: Ask;
  readonly #onChange: (changes: TopicChange[]) => void;
  #changes: TopicChange[] = [];
  /** Everything up to there is known. */
  #wholeTo = 0;
  /** Whether what comes now follows on from `#wholeTo`. */
  #following = false;
  #round = 0;

  constructor(ask: Ask, onChange: (changes: TopicChange[]) => void) {
    this.#ask = ask;
    this.#onChange = onChange;
  }

  /** A change came over the socket, or its keeping was acknowledged. */
  add(change: TopicChange): void {
    this.#merge([change]);
    if (this.#following) this.#wholeTo = Math.max(this.#wholeTo, change.position);
  }

  /** The socket is gone: changes may be missed from now on. */
  dropped(): void {
    this.#following = false;
    this.#round += 1;
  }

  /** There is a place in the room, and changes come: asks for what was missed. @throws what asking throws */
  async catchUp(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    for (let more = true; more;) {
      const answer = await this.#ask({ since: this.#wholeTo });
      // A socket that was lost meanwhile left another gap, for which another round asks.
      if (round !== this.#round) return;
      this.#merge(answer.changes);
      this.#wholeTo = answer.changes.at(-1)?.position ?? this.#wholeTo;
      more = answer.more;
    }
    this.#following = true;
    this.#wholeTo = this.#changes.at(-1)?.position ?? this.#wholeTo;
  }

  #merge(changes: TopicChange[]): void {
    const known = new Set(this.#changes.map(({ id }) => id));
    const fresh = changes.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return;
    this.#changes = [...this.#changes, ...fresh].sort((a, b) => a.position - b.position);
    this.#onChange(this.#changes);
  }
}
