import { Gauge, register } from 'prom-client';
import type { Queues } from './queues.ts';

const states = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const;

/** Measured when asked for; what cannot be measured (Redis or database away) is left out. */
export function measureQueues(queues: Queues, countOutbox: () => Promise<number>): void {
  const names = ['peerlearn_queue_jobs', 'peerlearn_outbox_waiting'];
  for (const name of names) register.removeSingleMetric(name);
  new Gauge({
    name: 'peerlearn_queue_jobs',
    help: 'Jobs in each queue by state; failed is the list of those given up',
    labelNames: ['queue', 'state'],
    async collect() {
      this.reset();
      await Promise.allSettled(
        queues.all.map(async (queue) => {
          const counts = await queue.getJobCounts(...states);
          for (const state of states) this.set({ queue: queue.name, state }, counts[state] ?? 0);
        }),
      );
    },
  });
  new Gauge({
    name: 'peerlearn_outbox_waiting',
    help: 'Rows of the outbox that the relay has not delivered',
    async collect() {
      this.reset();
      await countOutbox().then(
        (waiting) => this.set(waiting),
        () => undefined,
      );
    },
  });
}
