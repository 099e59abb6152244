import { Queue, type ConnectionOptions } from 'bullmq';
import { jobs, type JobName } from '../api/contracts/jobs.ts';

export const jobNames = Object.keys(jobs) as JobName[];
/** Begins every key of BullMQ in Redis. */
export const queuePrefix = 'peerlearn:jobs';

export interface Queues {
  all: Queue[];
  /** Hands a job to its queue; the same id twice is one job. @throws Error while Redis is away. */
  add(id: string, name: string, data: unknown): Promise<void>;
  close(): Promise<void>;
}

const daySeconds = 24 * 3600;

/** One queue for each kind of job, so that a slow or failing kind holds up no other. */
export function openQueues(connection: ConnectionOptions): Queues {
  const queues = new Map<string, Queue>(
    jobNames.map((name) => [name, new Queue(name, { connection, prefix: queuePrefix, defaultJobOptions })]),
  );
  // A queue without a listener would end the process when Redis goes away; the callers learn of it themselves.
  for (const queue of queues.values()) queue.on('error', () => undefined);
  return {
    all: [...queues.values()],
    add: async (id, name, data) => {
      const queue = queues.get(name);
      if (!queue) throw new Error(`no queue for job ${name}`);
      await queue.add(name, data, { jobId: id });
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** Tried for about an hour, at growing distances. What fails to the end waits a quarter of a year for a person. */
const defaultJobOptions = {
  attempts: 12,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.2 },
  removeOnComplete: { age: daySeconds, count: 10_000 },
  removeOnFail: { age: 90 * daySeconds, count: 10_000 },
};
