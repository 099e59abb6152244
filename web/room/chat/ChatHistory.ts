import type { ChatMessage } from '../../../media/contracts/chat.ts';
import type { RequestData, ResponseData } from '../../../media/contracts/signalling.ts';

type Ask = (range: RequestData<'chatHistory'>) => Promise<ResponseData<'chatHistory'>>;

/**
 * The room's messages as this page knows them: each once, in their order, without gaps from the oldest one on. What
 * comes over one socket has none; after another one was needed, what came in between is asked for.
 */
export class ChatHistory {
  readonly #ask: Ask;
  readonly #onChange: (messages: ChatMessage[]) => void;
  #messages: ChatMessage[] = [];
  /** Everything up to there is known; undefined before anything was asked. */
  #wholeTo: number | undefined;
  /** Whether what comes now follows on from `#wholeTo`. */
  #following = false;
  #round = 0;
  #hasOlder = false;

  constructor(ask: Ask, onChange: (messages: ChatMessage[]) => void) {
    this.#ask = ask;
    this.#onChange = onChange;
  }

  get hasOlder(): boolean {
    return this.#hasOlder;
  }

  /** A message came over the socket, or its keeping was acknowledged. */
  add(message: ChatMessage): void {
    this.#merge([message]);
    if (this.#following) this.#wholeTo = Math.max(this.#wholeTo ?? 0, message.position);
  }

  /** The socket is gone: messages may be missed from now on. */
  dropped(): void {
    this.#following = false;
    this.#round += 1;
  }

  /** There is a place in the room, and messages come: asks for what was missed. @throws what asking throws */
  async catchUp(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    for (;;) {
      const since = this.#wholeTo;
      const answer = await this.#ask(since === undefined ? {} : { since });
      // A socket that was lost meanwhile left another gap, for which another round asks.
      if (round !== this.#round) return;
      if (since === undefined) this.#hasOlder = answer.more;
      this.#merge(answer.messages);
      this.#wholeTo = answer.messages.at(-1)?.position ?? since ?? 0;
      if (since === undefined || !answer.more) break;
    }
    this.#following = true;
    this.#wholeTo = this.#messages.at(-1)?.position ?? this.#wholeTo;
  }

  /** @throws what asking throws */
  async loadOlder(): Promise<void> {
    const before = this.#messages[0]?.position;
    if (before === undefined || !this.#hasOlder) return;
    const answer = await this.#ask({ before });
    this.#hasOlder = answer.more;
    this.#merge(answer.messages);
  }

  #merge(messages: ChatMessage[]): void {
    const known = new Set(this.#messages.map(({ id }) => id));
    const fresh = messages.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return;
    this.#messages = [...this.#messages, ...fresh].sort((a, b) => a.position - b.position);
    this.#onChange(this.#messages);
  }
}
