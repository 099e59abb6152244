import { Refusal } from '../Refusal.ts';
import { putNewest } from './putNewest.ts';
import { ReadyAnswer } from './ReadyAnswer.ts';

/** How old an answer may be that another api process's change has made stale. */
const lifetimeMs = 1_000;
/** An answer not older than this is given at once, and made anew meanwhile. */
const staleMs = 30_000;
/** When a new one cannot be made, the last known is better than none (ERR: "cached answer"). */
const keptMs = 10 * 60_000;
const entriesMost = 200;

interface Kept {
  answer: ReadyAnswer;
  changesSeen: number;
  madeAt: number;
}
interface Making {
  answer: Promise<ReadyAnswer>;
  changesSeen: number;
}

/**
 * Keeps answers that many ask for, ready to be sent. It lives in this process, so it works without Redis: changes made
 * here show at once, those of other api processes within about a second. Callers that come while an answer is being
 * made share it.
 */
export class AnswerCache {
  readonly #changes: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Making>();

  /** @param changes counts what makes kept answers wrong; whoever made a change reads what it led to. */
  constructor(changes: () => number) {
    this.#changes = changes;
  }

  read(key: string, load: () => Promise<unknown>): ReadyAnswer | Promise<ReadyAnswer> {
    const answer = this.#kept.get(key)?.answer;
    return answer && this.#holds(key, answer, load) ? answer : this.#make(key, load);
  }

  /** Whether an answer is the last known and still good to be given. One that grows old is made anew meanwhile. */
  #holds(key: string, answer: ReadyAnswer, load: () => Promise<unknown>): boolean {
    const kept = this.#kept.get(key);
    if (kept?.answer !== answer || kept.changesSeen !== this.#changes()) return false;
    const age = Date.now() - kept.madeAt;
    if (age >= lifetimeMs && age < staleMs) this.#make(key, load).catch(() => undefined);
    return age < staleMs;
  }

  #make(key: string, load: () => Promise<unknown>): Promise<ReadyAnswer> {
    const changesSeen = this.#changes();
    const present = this.#making.get(key);
    if (present?.changesSeen === changesSeen) return present.answer;
    // However fast changes come, an answer is made once at a time.
    const answer = Promise.resolve(present?.answer)
      .catch(() => undefined)
      .then(() => this.#load(key, changesSeen, load));
    const making = { answer, changesSeen };
    this.#making.set(key, making);
    const forget = () => {
      if (this.#making.get(key) === making) this.#making.delete(key);
    };
    answer.then(forget, forget);
    return answer;
  }

  async #load(key: string, changesSeen: number, load: () => Promise<unknown>): Promise<ReadyAnswer> {
    try {
      const loaded = await load();
      const answer: ReadyAnswer = new ReadyAnswer(loaded, () => this.#holds(key, answer, load));
      putNewest(this.#kept, key, { answer, changesSeen, madeAt: Date.now() }, entriesMost);
      return answer;
    } catch (error) {
      // That there is nothing is an answer, too.
      if (error instanceof Refusal) this.#kept.delete(key);
      const kept = this.#kept.get(key);
      if (kept && Date.now() - kept.madeAt < keptMs) return kept.answer;
      throw error;
    }
  }
}
