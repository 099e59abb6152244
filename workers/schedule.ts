import type { Logger } from '../config/logger.ts';
import type { JobName } from '../api/contracts/jobs.ts';
import type { Queues } from './queues.ts';

const dayMs = 24 * 3_600_000;

/** Jobs that come by themselves. All workers processes together run each once in its time. */
const repeated: { name: JobName; everyMs: number }[] = [
  { name: 'accounts.clean', everyMs: dayMs },
  { name: 'files.clean', everyMs: dayMs / 24 },
  { name: 'outbox.clean', everyMs: dayMs },
  { name: 'privacy.clean', everyMs: dayMs / 24 },
  { name: 'push.clean', everyMs: dayMs },
  { name: 'recordings.clean', everyMs: dayMs / 24 / 12 },
];

/** Resolves at once; written as soon as Redis is there. */
export function scheduleRepeated(queues: Queues, logger: Logger): void {
  for (const { name, everyMs } of repeated) {
    const queue = queues.all.find((each) => each.name === name);
    queue
      ?.upsertJobScheduler(name, { every: everyMs }, { name, data: {} })
      .catch((error: unknown) => logger.warn({ err: error, queue: name }, 'repeated job not scheduled'));
  }
}
