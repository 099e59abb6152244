import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from '../config/logger.ts';
import { factsStream, type RoomFact } from './contracts/facts.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A fact as its teller knows it; the stream adds what identifies it. */
export type FactDraft = Without<RoomFact, 'id' | 'at' | 'nodeId'>;

/** Facts kept while Redis is away: some minutes of a busy node. The oldest go first when it is full. */
const bufferLimit = 20_000;
const batchSize = 200;
const retryMs = 500;
/** The stream's length on Redis, roughly; workers are far ahead of this. */
const streamLength = 100_000;
/** How long closing waits for Redis. */
const closeTimeoutMs = 3_000;

/** Tells facts to Redis in their order, however long Redis is away. A fact may be told twice, with the same id. */
export class FactStream {
  readonly #redis: Redis;
  readonly #nodeId: string;
  readonly #logger: Logger;
  readonly #closing = new AbortController();
  #waiting: string[] = [];
  #flushing: Promise<void> | undefined;
  #lost = 0;

  constructor(redis: Redis, nodeId: string, logger: Logger) {
    this.#redis = redis;
    this.#nodeId = nodeId;
    this.#logger = logger;
  }

  /** Facts that could not be kept, since the start. */
  get lost(): number {
    return this.#lost;
  }

  append = (draft: FactDraft): void => {
    const fact: RoomFact = {
      ...draft,
      id: randomUUID(),
      at: new Date().toISOString(),
      nodeId: this.#nodeId,
    };
    this.#waiting.push(JSON.stringify(fact));
    if (this.#waiting.length > bufferLimit) {
      this.#waiting.shift();
      this.#lost += 1;
      if (this.#lost % 1_000 === 1) this.#logger.error({ lost: this.#lost }, 'facts lost: Redis is away');
    }
    this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
  };

  async #flush() {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, batchSize);
      if (await this.#write(batch)) {
        const told = new Set(batch);
        this.#waiting = this.#waiting.filter((fact) => !told.has(fact));
      } else if (this.#closing.signal.aborted) return;
      else await delay(retryMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** All of a batch or none of it, so that the order holds. */
  async #write(batch: string[]): Promise<boolean> {
    const transaction = this.#redis.multi();
    for (const fact of batch) transaction.xadd(factsStream, 'MAXLEN', '~', streamLength, '*', 'fact', fact);
    try {
      const results = await transaction.exec();
      return results?.every(([error]) => !error) ?? false;
    } catch {
      return false;
    }
  }

  /** Tells what is waiting, as far as Redis can be reached. */
  async close(): Promise<void> {
    const timer = setTimeout(() => this.#closing.abort(), closeTimeoutMs);
    await this.#flushing;
    clearTimeout(timer);
    if (this.#waiting.length > 0) {
      this.#logger.error({ lost: this.#waiting.length }, 'facts not told before the end');
    }
  }
}
