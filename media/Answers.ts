import type { RequestAnswer } from './contracts/signalling.ts';

const remembered = 256;

/** What a page was answered, by request id, so that a request repeated after a lost answer is not done twice. */
export class Answers {
  readonly #answers = new Map<string, Promise<RequestAnswer>>();

  /** Answers from memory when the id is known, even while the first answer is still being worked on. */
  answer(requestId: string, work: () => Promise<RequestAnswer>): Promise<RequestAnswer> {
    const known = this.#answers.get(requestId);
    if (known) return known;
    const answer = work();
    this.#answers.set(requestId, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > remembered && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
