import type { Redis } from 'ioredis';
import type { Knex } from 'knex';
import type { Logger } from '../../config/logger.ts';
import { nudgeChannel } from './nudge.ts';
import { markPublished, waitingRows, type OutboxRow } from './rows.ts';
import { createRelayLease, type RelayLease } from './relayLease.ts';

/** Where rows go. Each resolves only when Redis has it, and is safe to repeat with the same id. */
export interface Delivery {
  job(id: string, name: string, data: unknown): Promise<void>;
  event(id: string, channels: string[], name: string, data: unknown): Promise<void>;
}

export interface RelayOptions {
  knex: Knex;
  redis: Redis;
  delivery: Delivery;
  logger: Logger;
  pollMs?: number;
}

const batchSize = 100;

/**
 * Carries committed outbox rows to Redis, in the order in which they were written. Looks when it is nudged and
 * about every second besides, so a lost nudge costs a second at most, and goes on by itself when Redis or the
 * database was away. Any number may run; one delivers at a time.
 */
export class OutboxRelay {
  readonly #options: RelayOptions;
  readonly #lease: RelayLease;
  readonly #subscriber: Redis;
  readonly #running: Promise<void>;
  #closing = false;
  #failing = false;
  #nudged = false;
  #wake: () => void = () => undefined;

  static start(options: RelayOptions): OutboxRelay {
    return new OutboxRelay(options);
  }

  private constructor(options: RelayOptions) {
    this.#options = options;
    this.#lease = createRelayLease(options.redis);
    // Waits for Redis when it is away, and subscribes again by itself whenever it comes back.
    this.#subscriber = options.redis.duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null });
    this.#subscriber.on('error', () => undefined);
    this.#subscriber.on('message', () => this.#nudge());
    this.#subscriber.subscribe(nudgeChannel).catch(() => undefined);
    this.#running = this.#run();
  }

  /** Finishes the batch under way and leaves the rest to others. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#nudge();
    await this.#running;
    this.#subscriber.disconnect();
    await this.#lease.release().catch(() => undefined);
  }

  #nudge() {
    this.#nudged = true;
    this.#wake();
  }

  async #run() {
    while (!this.#closing) {
      this.#nudged = false;
      const delivered = await this.#deliverBatch();
      if (delivered < batchSize && !this.#nudged && !this.#closing) await this.#untilNextLook();
    }
  }

  #untilNextLook(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#options.pollMs ?? 1_000);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** How many rows were delivered; a failure is logged once, and what was delivered before it counts. */
  async #deliverBatch(): Promise<number> {
    const { knex, logger, redis } = this.#options;
    // Nothing to try, and nothing to say: whoever owns the connection tells of its coming and going.
    if (redis.status !== 'ready') return 0;
    const delivered: OutboxRow[] = [];
    try {
      if (!(await this.#lease.hold())) return 0;
      const rows = await waitingRows(knex, batchSize);
      try {
        // One after the other: were a later row to overtake one that failed, its channel's order would be lost.
        for (const row of rows) {
          await this.#deliver(row);
          delivered.push(row);
        }
      } finally {
        await markPublished(knex, delivered);
      }
      if (this.#failing) logger.info('outbox is delivered again');
      this.#failing = false;
      return delivered.length;
    } catch (error) {
      if (!this.#failing) logger.warn({ err: error }, 'outbox cannot be delivered now; rows wait');
      this.#failing = true;
      return 0;
    }
  }

  #deliver(row: OutboxRow): Promise<void> {
    const { delivery } = this.#options;
    const data: unknown = JSON.parse(row.payload);
    return row.kind === 'job'
      ? delivery.job(row.id, row.name, data)
      : delivery.event(row.id, JSON.parse(row.channels) as string[], row.name, data);
  }
}
