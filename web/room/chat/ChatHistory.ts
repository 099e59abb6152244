import type { ChatMessage } from '../../../media/contracts/chat.ts';
import type { RequestData, ResponseData } from '../../../media/contracts/signalling.ts';
import { FollowedLog } from '../FollowedLog.ts';

type Ask = (range: RequestData<'chatHistory'>) => Promise<ResponseData<'chatHistory'>>;

/** The room's messages as this page knows them, without gaps from the oldest one on; older ones come when they are wanted. */
export class ChatHistory {
  readonly #ask: Ask;
  readonly #log: FollowedLog<ChatMessage>;
  #hasOlder = false;

  constructor(ask: Ask, onChange: (messages: ChatMessage[]) => void) {
    this.#ask = ask;
    this.#log = new FollowedLog({
      ask: async (since) => {
        const { messages, more } = await ask(since === undefined ? {} : { since });
        return { entries: messages, more };
      },
      onChange,
    });
  }

  get hasOlder(): boolean {
    return this.#hasOlder;
  }

  /** A message came over the socket, or its keeping was acknowledged. */
  add(message: ChatMessage): void {
    this.#log.add(message);
  }

  /** The socket is gone: messages may be missed from now on. */
  dropped(): void {
    this.#log.dropped();
  }

  /** There is a place in the room, and messages come: asks for what was missed. @throws what asking throws */
  async catchUp(): Promise<void> {
    this.#hasOlder = (await this.#log.catchUp()) ?? this.#hasOlder;
  }

  /** @throws what asking throws */
  async loadOlder(): Promise<void> {
    const before = this.#log.first?.position;
    if (before === undefined || !this.#hasOlder) return;
    const answer = await this.#ask({ before });
    this.#hasOlder = answer.more;
    this.#log.merge(answer.messages);
  }
}
