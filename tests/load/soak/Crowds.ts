import { startProcess, type RunningProcess } from '../../support/startProcess.ts';
import { crowdReport, type CrowdOrders } from './orders.ts';

const failed = 'FAILED ';

/** The processes in which people come and go, and what they did. */
export class Crowds {
  readonly done = new Map<string, number>();
  readonly #running = new Set<RunningProcess>();

  async start(orders: CrowdOrders): Promise<RunningProcess> {
    const crowd = await startProcess('tests/load/crowdMain.ts', { env: {}, args: [JSON.stringify(orders)] });
    this.#running.add(crowd);
    crowd.child.once('exit', (code) => {
      this.#running.delete(crowd);
      if (!code) return;
      console.error(`A crowd ended by an error:\n${crowd.output()}`);
      this.#count(`${failed}a crowd ended`);
    });
    crowd.child.on('message', (message) => this.#count(crowdReport.parse(message).what));
    return crowd;
  }

  get joins(): number {
    return this.done.get('joined') ?? 0;
  }

  get failures(): number {
    return [...this.done].reduce((sum, [what, count]) => sum + (what.startsWith(failed) ? count : 0), 0);
  }

  /** Everybody goes home: lessons are ended first. Who does not follow in time is killed. */
  async stop(withinMs: number): Promise<void> {
    await Promise.all(
      [...this.#running].map(async (crowd) => {
        crowd.child.send('go home');
        const timer = setTimeout(() => crowd.child.kill('SIGKILL'), withinMs);
        await new Promise((resolve) => crowd.child.once('exit', resolve));
        clearTimeout(timer);
      }),
    );
  }

  #count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }
}
