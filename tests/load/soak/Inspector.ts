import { once } from 'node:events';
import { z } from 'zod';
import type { RunningProcess } from '../../support/startProcess.ts';

/** Makes every Node process that gets it open its inspector on a free port of the loopback. */
export const inspectable = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

const reply = z.object({
  id: z.number(),
  result: z.unknown(),
  error: z.object({ message: z.string() }).optional(),
});
const heap = z.object({ usedSize: z.number() });
const evaluated = z.object({ result: z.object({ value: z.array(z.string()) }) });

/** What only the process itself can tell, after a full garbage collection. */
export interface InnerView {
  heapBytes: number;
  /** What keeps its event loop busy, by kind: `Timeout`, `TCPSocketWrap` … (process.getActiveResourcesInfo). */
  resources: Map<string, number>;
}

/** A Node process seen from inside, over the Chrome DevTools Protocol. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(String(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the process is gone'));
      this.#waiting.clear();
    });
  }

  /** @param process started with `inspectable`, a moment ago: it has said by now where its inspector listens */
  static async attach(process: RunningProcess): Promise<Inspector> {
    const [url] = /ws:\/\/\S+/u.exec(process.output()) ?? [];
    if (!url) throw new Error(`process ${process.pid} opened no inspector`);
    const socket = new WebSocket(url);
    await once(socket, 'open');
    return new Inspector(socket);
  }

  async look(): Promise<InnerView> {
    await this.#call('HeapProfiler.collectGarbage');
    const { usedSize } = heap.parse(await this.#call('Runtime.getHeapUsage'));
    const asked = { expression: 'process.getActiveResourcesInfo()', returnByValue: true };
    const names = evaluated.parse(await this.#call('Runtime.evaluate', asked)).result.value;
    const resources = new Map<string, number>();
    for (const name of names) resources.set(name, (resources.get(name) ?? 0) + 1);
    return { heapBytes: usedSize, resources };
  }

  close(): void {
    this.#socket.close();
  }

  #call(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer.promise;
  }

  #take(text: string): void {
    const { id, result, error } = reply.partial({ id: true }).parse(JSON.parse(text));
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result);
  }
}
