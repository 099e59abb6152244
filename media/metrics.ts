import { Gauge, register } from 'prom-client';
import type { FactStream } from './FactStream.ts';
import type { Rooms } from './Rooms.ts';
import type { WorkerPool } from './WorkerPool.ts';

export interface MetricSources {
  rooms: Rooms;
  pool: WorkerPool;
  facts: FactStream;
}

const kinds = ['transports', 'producers', 'consumers'] as const;

/** Registers this node's gauges. Returns what removes them again. */
export function registerMetrics({ rooms, pool, facts }: MetricSources): () => void {
  const names: string[] = [];
  const gauge = (name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => unknown) => {
    names.push(name);
    new Gauge({
      name,
      help,
      labelNames,
      async collect() {
        this.reset();
        await collect(this);
      },
    });
  };
  const simple = (name: string, help: string, read: () => number) =>
    gauge(name, help, [], (own) => own.set(read()));

  simple('media_rooms', 'Rooms open on this node', () => rooms.all.length);
  simple('media_peers', 'Places taken, those whose socket is away included', () =>
    rooms.all.reduce((sum, room) => sum + room.peers.length, 0),
  );
  simple('media_workers', 'mediasoup workers that run', () => pool.size);
  simple('media_worker_deaths', 'mediasoup workers that died since the start', () => pool.deaths);
  simple('media_facts_lost', 'Facts dropped because Redis was away for too long', () => facts.lost);
  simple(
    'media_unheard',
    'Cases found: someone did not get what another one sent',
    () => rooms.repairs.found,
  );
  simple('media_unheard_given_up', 'Cases that no repair helped', () => rooms.repairs.givenUp);
  simple('media_republish_asked', 'Pages asked to send anew what did not arrive', () => rooms.repairs.asked);
  gauge('media_repaired', 'Cases that ended, by the step that helped', ['step'], (own) => {
    for (const [step, count] of rooms.repairs.repaired) own.set({ step }, count);
  });
  for (const kind of kinds) {
    gauge(`media_${kind}`, `mediasoup ${kind} open`, ['worker'], async (own) => {
      for (const { index, count } of await pool.figures()) own.set({ worker: index }, count[kind]);
    });
  }
  gauge('media_worker_cpu_seconds', "CPU time of a worker's process", ['worker'], async (own) => {
    for (const { index, cpuSeconds } of await pool.figures()) own.set({ worker: index }, cpuSeconds);
  });
  gauge('media_worker_objects', 'What the worker itself says it holds', ['worker'], async (own) => {
    for (const { index, objects } of await pool.holdings()) own.set({ worker: index }, objects);
  });
  gauge('media_worker_ice_names', 'ICE user names that its port answers to', ['worker'], async (own) => {
    for (const { index, iceNames } of await pool.holdings()) own.set({ worker: index }, iceNames);
  });
  return () => {
    for (const name of names) register.removeSingleMetric(name);
  };
}
