import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from '../../config/logger.ts';
import { roomFact, type RoomFact } from '../../media/contracts/facts.ts';
import { createFactsGroup, type FactEntry, type FactsGroup } from './factsGroup.ts';

export interface FactsConsumerOptions {
  /** A connection of its own, which waits while Redis is away; closed with the consumer. */
  redis: Redis;
  /** Stores a fact; resolves when that is committed. */
  record: (fact: RoomFact) => Promise<unknown>;
  logger: Logger;
  /** How long an entry may lie with a consumer before another takes it over. */
  claimAfterMs?: number;
}

const retryMs = 1_000;
const closeTimeoutMs = 2_000;

/**
 * Reads the media nodes' facts and has them recorded, each at least once and acknowledged only when it is
 * committed. Any number may run. What another one took and did not finish is taken over.
 */
export class FactsConsumer {
  readonly #options: FactsConsumerOptions;
  readonly #group: FactsGroup;
  readonly #claimAfterMs: number;
  readonly #running: Promise<void>;
  readonly #closing = new AbortController();
  #lastClaimAt = 0;

  static start(options: FactsConsumerOptions): FactsConsumer {
    return new FactsConsumer(options);
  }

  private constructor(options: FactsConsumerOptions) {
    this.#options = options;
    this.#claimAfterMs = options.claimAfterMs ?? 30_000;
    this.#group = createFactsGroup(options.redis);
    this.#running = this.#run();
  }

  /** Finishes the entry under way; what was read and not recorded stays for others. */
  async close(): Promise<void> {
    this.#closing.abort();
    const left = this.#running.then(() => this.#group.leave()).catch(() => undefined);
    // A command that waits for a Redis that is away never ends, not even by disconnecting.
    await Promise.race([left, delay(closeTimeoutMs, undefined, { ref: false })]);
    this.#options.redis.disconnect();
  }

  async #run() {
    const { logger } = this.#options;
    const { signal } = this.#closing;
    let failing = false;
    while (!signal.aborted) {
      try {
        await this.#group.join();
        // What was read before a failure comes first, so that facts are recorded in their order.
        while (!signal.aborted && (await this.#recordAll(await this.#group.readOwn()))) failing = false;
        while (!signal.aborted) {
          await this.#recordAll(await this.#claim());
          await this.#recordAll(await this.#group.readNew());
          failing = false;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!failing) logger.warn({ err: error }, 'facts cannot be recorded now; they wait');
        failing = true;
        await delay(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #claim(): Promise<FactEntry[]> {
    if (Date.now() - this.#lastClaimAt < this.#claimAfterMs) return [];
    const entries = await this.#group.claimAbandoned(this.#claimAfterMs);
    // Come back at once while there is more.
    if (entries.length === 0) this.#lastClaimAt = Date.now();
    return entries;
  }

  /** True when there was something to record. */
  async #recordAll(entries: FactEntry[]): Promise<boolean> {
    for (const entry of entries) {
      if (this.#closing.signal.aborted) break;
      await this.#record(entry);
    }
    return entries.length > 0;
  }

  async #record({ entryId, text }: FactEntry) {
    const fact = parseFact(text);
    if (fact.success) {
      await this.#options.record(fact.data);
      await this.#group.done(entryId);
    } else {
      this.#options.logger.error(
        { entryId, problem: fact.error.message },
        'a fact was set aside: not understood',
      );
      await this.#group.setAside(entryId, text);
    }
  }
}

function parseFact(text: string) {
  try {
    return roomFact.safeParse(JSON.parse(text));
  } catch {
    return roomFact.safeParse(undefined);
  }
}
