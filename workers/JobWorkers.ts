import { DelayedError, UnrecoverableError, Worker, type ConnectionOptions, type Job } from 'bullmq';
import { Counter } from 'prom-client';
import { jobs, type JobData, type JobName } from '../api/contracts/jobs.ts';
import { DoLater } from '../api/outbox/index.ts';
import type { Logger } from '../config/logger.ts';
import type { Handlers } from './handlers.ts';
import { jobNames, queuePrefix } from './queues.ts';

export interface JobTimings {
  /** How long a job stays with a worker that gives no sign of life. */
  lockMs: number;
  /** How often jobs of such workers are looked for. */
  stalledCheckMs: number;
  /** How long a stop waits for the jobs under way before it hands them back. */
  finishMs: number;
  /** So many jobs of a kind at once, where that is not the usual number. */
  atOnce?: Partial<Record<JobName, number>>;
}

export const defaultTimings: JobTimings = { lockMs: 15_000, stalledCheckMs: 5_000, finishMs: 8_000 };

const concurrency = 5;
/** A job may lose its worker this often (a bad day of restarts) before it is taken for the cause. */
const maxStalledCount = 10;
/** How long Redis and the handlers that were told to stop are waited for. */
const abortMs = 2_000;

const failures = new Counter({
  name: 'peerlearn_job_failures_total',
  help: 'Attempts of jobs that failed; final=true when the job was given up',
  labelNames: ['queue', 'final'],
});

/** Does the jobs of all queues, each kind by its handler. */
export class JobWorkers {
  readonly #workers: Worker[];
  readonly #timings: JobTimings;
  #active = 0;

  static start(connection: ConnectionOptions, handlers: Handlers, logger: Logger, timings = defaultTimings) {
    return new JobWorkers(connection, handlers, logger, timings);
  }

  private constructor(
    connection: ConnectionOptions,
    handlers: Handlers,
    logger: Logger,
    timings: JobTimings,
  ) {
    this.#timings = timings;
    this.#workers = jobNames.map((name) => {
      const worker = new Worker(name, this.#counted(processorOf(name, handlers)), {
        connection,
        prefix: queuePrefix,
        concurrency: timings.atOnce?.[name] ?? concurrency,
        maxStalledCount,
        lockDuration: timings.lockMs,
        stalledInterval: timings.stalledCheckMs,
      });
      worker.on('error', (error) => logger.debug({ err: error, queue: name }, 'worker error'));
      worker.on('failed', (job, error) => noteFailure(name, job, error, logger));
      worker.on('stalled', (jobId) =>
        logger.warn({ queue: name, jobId }, 'job taken over from a lost worker'),
      );
      return worker;
    });
  }

  /** Takes no more jobs, lets those under way finish, and hands back what would take too long. */
  async close(): Promise<void> {
    const closed = Promise.all(this.#workers.map((worker) => worker.close()));
    const handBack = setTimeout(() => {
      for (const worker of this.#workers) worker.cancelAllJobs('this worker stops');
    }, this.#timings.finishMs);
    // Without Redis a worker cannot take its leave, and a handler may not heed its signal: either way the lock
    // runs out and another worker takes the job.
    const patienceMs = (this.#active > 0 ? this.#timings.finishMs : 0) + abortMs;
    const giveUp = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
    await Promise.race([closed, giveUp]);
    clearTimeout(handBack);
  }

  #counted(processor: Processor): Processor {
    return async (...job) => {
      this.#active += 1;
      try {
        return await processor(...job);
      } finally {
        this.#active -= 1;
      }
    };
  }
}

type Processor = (job: Job, token?: string, signal?: AbortSignal) => Promise<void>;

function processorOf<N extends JobName>(name: N, handlers: Handlers): Processor {
  return async (job, token, signal) => {
    const data = jobs[name].safeParse(job.data);
    // Data that is not understood will not be so later either.
    if (!data.success) throw new UnrecoverableError(data.error.message);
    try {
      await handlers[name](data.data as JobData<N>, { id: String(job.id), signal });
    } catch (error) {
      if (!(error instanceof DoLater)) throw error;
      // Not a failed attempt: BullMQ does not count it.
      await job.moveToDelayed(error.at.getTime(), token);
      throw new DelayedError();
    }
  };
}

function noteFailure(queue: JobName, job: Job | undefined, error: Error, logger: Logger) {
  const final = job?.finishedOn !== undefined;
  failures.inc({ queue, final: String(final) });
  const about = { err: error, queue, jobId: job?.id, attempt: job?.attemptsMade };
  if (final) logger.error(about, 'job given up; it stays in the failed set');
  else logger.warn(about, 'job failed; it will be tried again');
}
