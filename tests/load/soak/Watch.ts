import type { Redis } from 'ioredis';
import { childrenOf, openFiles, residentMb } from '../../support/processFigures.ts';
import type { Product } from '../../support/startProduct.ts';
import { Inspector } from './Inspector.ts';
import { ofRooms, processes } from './limits.ts';
import type { Point } from './trend.ts';

/** Figures by name. */
export type Sample = ReadonlyMap<string, number>;

/** Looks at a running product again and again. */
export class Watch {
  readonly series = new Map<string, Point[]>();
  readonly #product: Product;
  readonly #redis: Redis;
  readonly #inspectors: Inspector[];
  readonly #since = performance.now();

  private constructor(product: Product, redis: Redis, inspectors: Inspector[]) {
    this.#product = product;
    this.#redis = redis;
    this.#inspectors = inspectors;
  }

  /** @param product its processes were started inspectable */
  static async open(product: Product, redis: Redis): Promise<Watch> {
    const inspectors = await Promise.all(processes.map((name) => Inspector.attach(product.processes[name])));
    return new Watch(product, redis, inspectors);
  }

  get minutes(): number {
    return (performance.now() - this.#since) / 60_000;
  }

  /** Remembers what it sees, unless it is for the eyes only. */
  async look({ remember = true } = {}): Promise<Sample> {
    const minute = this.minutes;
    const sample = new Map([
      ...(await this.#ofProcesses()),
      ...(await this.#ofMedia()),
      ['redis keys', await this.#redis.dbsize()] as const,
    ]);
    for (const [name, value] of remember ? sample : []) {
      this.series.set(name, [...(this.series.get(name) ?? []), { minute, value }]);
    }
    return sample;
  }

  close(): void {
    for (const inspector of this.#inspectors) inspector.close();
  }

  async #ofProcesses(): Promise<[string, number][]> {
    const figures = processes.map(async (name, index): Promise<[string, number][]> => {
      const { pid } = this.#product.processes[name];
      const inner = await this.#inspectors[index]?.look();
      const files = await openFiles(pid);
      const resources = [...(inner?.resources.values() ?? [])];
      return [
        [`${name} rssMb`, await residentMb(pid)],
        [`${name} heapMb`, (inner?.heapBytes ?? 0) / 1024 / 1024],
        [`${name} files`, files.all],
        [`${name} sockets`, files.sockets],
        [`${name} timers`, inner?.resources.get('Timeout') ?? 0],
        [`${name} handles`, resources.reduce((sum, count) => sum + count, 0)],
      ];
    });
    return (await Promise.all(figures)).flat();
  }

  async #ofMedia(): Promise<[string, number][]> {
    const pids = await childrenOf(this.#product.processes.media.pid);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const files = await Promise.all(pids.map(openFiles));
    const metrics = await (await fetch(`http://127.0.0.1:${this.#product.env.MEDIA_PORT}/metrics`)).text();
    return [
      ['mediasoup rssMb', sum(await Promise.all(pids.map(residentMb)))],
      ['mediasoup files', sum(files.map(({ all }) => all))],
      ['mediasoup objects', gauge(metrics, 'media_worker_objects')],
      ['mediasoup iceNames', gauge(metrics, 'media_worker_ice_names')],
      ...ofRooms.map((name): [string, number] => [`rooms ${name}`, gauge(metrics, `media_${name}`)]),
    ];
  }
}

/** Sum over the labels, of the Prometheus text format. */
function gauge(metrics: string, name: string): number {
  const lines = metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  if (lines.length === 0) throw new Error(`there is no metric ${name}`);
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
