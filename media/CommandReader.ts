import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from '../config/logger.ts';
import { mediaCommand, mediaCommandsStream, type MediaCommand } from './contracts/nodes.ts';

const blockMs = 5_000;
const retryMs = 500;

/** Reads the commands to media nodes, from its start on. While Redis is away it waits, and misses none. */
export class CommandReader {
  readonly #redis: Redis;
  readonly #obey: (command: MediaCommand) => void;
  readonly #logger: Logger;
  #closed = false;

  /** @param redis a connection of its own (`blocking`), which closing the reader ends. */
  constructor(redis: Redis, obey: (command: MediaCommand) => void, logger: Logger) {
    this.#redis = redis;
    this.#obey = obey;
    this.#logger = logger;
    void this.#read();
  }

  /** What waits for Redis then is dropped: ioredis may leave it pending when it was reconnecting. */
  close(): void {
    this.#closed = true;
    this.#redis.disconnect();
  }

  async #read() {
    let lastId: string | undefined;
    while (!this.#closed) {
      try {
        // A name for "now" that stays the same: '$' would skip what came between two reads.
        lastId ??= (await this.#redis.xrevrange(mediaCommandsStream, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0-0';
        const streams = await this.#redis.xread('BLOCK', blockMs, 'STREAMS', mediaCommandsStream, lastId);
        for (const [id, fields] of streams?.[0]?.[1] ?? []) {
          lastId = id;
          this.#take(id, fields);
        }
      } catch (error) {
        if (this.#closed) return;
        this.#logger.warn({ err: error }, 'commands cannot be read now');
        await delay(retryMs);
      }
    }
  }

  #take(id: string, fields: string[]) {
    const json = fields[fields.indexOf('command') + 1] ?? '';
    try {
      this.#obey(mediaCommand.parse(JSON.parse(json)));
    } catch (error) {
      this.#logger.error({ err: error, entry: id }, 'not a command');
    }
  }
}
