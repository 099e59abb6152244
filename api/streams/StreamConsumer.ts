import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { ZodType } from 'zod';
import type { Logger } from '../../config/logger.ts';
import { createStreamGroup, type StreamEntry, type StreamGroup } from './streamGroup.ts';

/** A Redis stream that media nodes write and workers read as a consumer group. */
export interface StreamOf<T> {
  key: string;
  group: string;
  /** The one field of an entry, which holds JSON. */
  field: string;
  schema: ZodType<T>;
}

export interface StreamConsumerOptions<T> {
  stream: StreamOf<T>;
  /** A connection of its own, which waits while Redis is away; closed with the consumer. */
  redis: Redis;
  /** Stores an entry; resolves when that is committed. */
  record: (entry: T) => Promise<unknown>;
  logger: Logger;
  /** How long an entry may lie with a consumer before another takes it over. */
  claimAfterMs?: number;
}

const retryMs = 1_000;
const closeTimeoutMs = 2_000;

/**
 * Reads what media nodes wrote and has it recorded, each entry at least once and acknowledged only when it is
 * committed. Any number may run. What another one took and did not finish is taken over.
 */
export class StreamConsumer<T> {
  readonly #options: StreamConsumerOptions<T>;
  readonly #group: StreamGroup;
  readonly #claimAfterMs: number;
  readonly #running: Promise<void>;
  readonly #closing = new AbortController();
  #lastClaimAt = 0;

  static start<T>(options: StreamConsumerOptions<T>): StreamConsumer<T> {
    return new StreamConsumer(options);
  }

  private constructor(options: StreamConsumerOptions<T>) {
    this.#options = options;
    this.#claimAfterMs = options.claimAfterMs ?? 30_000;
    this.#group = createStreamGroup(options.redis, options.stream);
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
        // What was read before a failure comes first, so that entries are recorded in their order.
        while (!signal.aborted && (await this.#recordAll(await this.#group.readOwn()))) failing = false;
        while (!signal.aborted) {
          await this.#recordAll(await this.#claim());
          await this.#recordAll(await this.#group.readNew());
          failing = false;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!failing)
          logger.warn(
            { err: error, stream: this.#options.stream.key },
            'entries cannot be recorded now; they wait',
          );
        failing = true;
        await delay(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #claim(): Promise<StreamEntry[]> {
    if (Date.now() - this.#lastClaimAt < this.#claimAfterMs) return [];
    const entries = await this.#group.claimAbandoned(this.#claimAfterMs);
    // Come back at once while there is more.
    if (entries.length === 0) this.#lastClaimAt = Date.now();
    return entries;
  }

  /** True when there was something to record. */
  async #recordAll(entries: StreamEntry[]): Promise<boolean> {
    for (const entry of entries) {
      if (this.#closing.signal.aborted) break;
      await this.#record(entry);
    }
    return entries.length > 0;
  }

  async #record({ entryId, text }: StreamEntry) {
    const { stream, logger, record } = this.#options;
    const entry = parseEntry(stream.schema, text);
    if (entry.success) {
      await record(entry.data);
      await this.#group.done(entryId);
    } else {
      const about = { stream: stream.key, entryId, problem: entry.error.message };
      logger.error(about, 'an entry was set aside: not understood');
      await this.#group.setAside(entryId, text);
    }
  }
}

function parseEntry<T>(schema: ZodType<T>, text: string) {
  try {
    return schema.safeParse(JSON.parse(text));
  } catch {
    return schema.safeParse(undefined);
  }
}
