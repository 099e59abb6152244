import { EventEmitter } from 'node:events';
import type { Logger } from '../config/logger.ts';
import type { Settings } from '../config/settings.ts';
import { routerCodecs } from './codecs.ts';
import type { MediaCount } from './countMedia.ts';
import type { Router, WebRtcServer } from './mediasoup.ts';
import { startWorker, type RunningWorker } from './startWorker.ts';

export interface WorkerPoolOptions {
  count: number;
  workerBin: string | undefined;
  rtc: Settings['media']['rtc'];
  logger: Logger;
}

/** A router and the server through which transports of its worker are reached. */
export interface Placement {
  router: Router;
  webRtcServer: WebRtcServer;
}

export interface WorkerFigures {
  index: number;
  pid: number;
  count: MediaCount;
  /** User and system time since the worker's process started. */
  cpuSeconds: number;
}

/** What a worker's process itself says it holds: it shows too what our own count lost sight of. */
export interface WorkerHoldings {
  index: number;
  /** Routers, transports, producers, consumers and their like. */
  objects: number;
  /** ICE user names by which its port knows transports; an old one stays beside that of a restart. */
  iceNames: number;
}

interface WorkerPoolEvents {
  workerdied: [{ index: number; pid: number }];
  close: [];
}

/** A worker that lived this long owes nothing to earlier deaths. */
const healthyAfterMs = 30_000;
const longestBackOffMs = 5_000;

/** The mediasoup workers of this node. One that dies is replaced on the same port. */
export class WorkerPool extends EventEmitter<WorkerPoolEvents> {
  readonly #options: WorkerPoolOptions;
  readonly #running = new Map<number, RunningWorker>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #started = Promise.withResolvers<void>();
  #closing: Promise<void> | undefined;
  #deaths = 0;

  private constructor(options: WorkerPoolOptions) {
    super();
    this.#options = options;
  }

  /** @throws Error when a worker cannot be started at all (no binary, port taken). */
  static async create(options: WorkerPoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    try {
      await Promise.all(Array.from({ length: options.count }, (_, index) => pool.#start(index, 0)));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** Workers that run now; fewer than wanted while one is being replaced. */
  get size(): number {
    return this.#alive().length;
  }

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  get deaths(): number {
    return this.#deaths;
  }

  /**
   * Opens a router on the least loaded worker; waits for one while all are being replaced.
   * @throws Error when the pool closes, or the worker dies meanwhile.
   */
  async createRouter(): Promise<Placement> {
    const chosen = await this.#leastLoaded();
    chosen.opening += 1;
    try {
      const router = await chosen.worker.createRouter({ mediaCodecs: routerCodecs });
      return { router, webRtcServer: chosen.webRtcServer };
    } finally {
      chosen.opening -= 1;
    }
  }

  async figures(): Promise<WorkerFigures[]> {
    const figures = await Promise.allSettled(
      this.#alive().map(async ({ index, worker, count }) => {
        const usage = await worker.getResourceUsage();
        return { index, pid: worker.pid, count, cpuSeconds: (usage.ru_utime + usage.ru_stime) / 1000 };
      }),
    );
    return figures.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  async holdings(): Promise<WorkerHoldings[]> {
    const holdings = await Promise.allSettled(
      this.#alive().map(async ({ index, worker, webRtcServer }) => {
        const [{ channelMessageHandlers }, { localIceUsernameFragments }] = await Promise.all([
          worker.dump(),
          webRtcServer.dump(),
        ]);
        const objects = channelMessageHandlers.channelRequestHandlers.length;
        return { index, objects, iceNames: localIceUsernameFragments.length };
      }),
    );
    return holdings.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /** Resolves when no worker process is left. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#started.resolve();
    const stopped = [...this.#running.values()].map((running) => running.stop());
    this.#running.clear();
    await Promise.all(stopped);
    this.emit('close');
  }

  #alive(): RunningWorker[] {
    return [...this.#running.values()].filter(({ worker }) => !worker.closed);
  }

  async #leastLoaded(): Promise<RunningWorker> {
    for (;;) {
      if (this.#closing) throw new Error('the worker pool is closed');
      const [first, ...others] = this.#alive();
      if (first) return others.reduce((best, next) => (load(next) < load(best) ? next : best), first);
      await this.#started.promise;
    }
  }

  /** @param failures how often in a row this place's worker died young or could not start. */
  async #start(index: number, failures: number) {
    const running = await startWorker(index, this.#options);
    if (this.#closing) return running.stop();
    this.#running.set(index, running);
    this.#started.resolve();
    this.#started = Promise.withResolvers();
    const since = performance.now();
    running.worker.once('died', () => {
      const { pid } = running.worker;
      this.#running.delete(index);
      this.#deaths += 1;
      this.#options.logger.error({ index, pid }, 'mediasoup worker died');
      this.#replace(index, performance.now() - since < healthyAfterMs ? failures + 1 : 1);
      this.emit('workerdied', { index, pid });
    });
  }

  /** The first replacement comes at once; when it dies too, each next one waits longer. */
  #replace(index: number, failures: number) {
    if (this.#closing) return;
    const delayMs = failures < 2 ? 0 : Math.min(100 * 2 ** (failures - 2), longestBackOffMs);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#start(index, failures).catch((error: unknown) => {
        this.#options.logger.error({ err: error, index }, 'mediasoup worker could not be replaced');
        this.#replace(index, failures + 1);
      });
    }, delayMs);
    this.#timers.add(timer);
  }
}

/** Consumers cost the most; routers stand for rooms that have yet to fill. */
function load({ count, opening }: RunningWorker): number {
  return count.consumers + count.routers + opening;
}
