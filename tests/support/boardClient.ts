import { randomInt, randomUUID } from 'node:crypto';
import { keyOf, type BoardItem } from '../../media/contracts/board.ts';
import type { ServerEventData } from '../../media/contracts/signalling.ts';
import { BoardCopy } from '../../web/room/board/engine/BoardCopy.ts';
import { BoardSync, type BoardTrouble } from '../../web/room/board/engine/BoardSync.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';

/** A line on a page, as an editor would make it. */
export function line(pageId: string, id: string = randomUUID(), version = 1): BoardItem {
  const points = Array.from({ length: 12 }, (_, at): [number, number] => [at * 3, randomInt(100)]);
  const place = { x: randomInt(5_000), y: randomInt(5_000), width: 33, height: 100, points };
  const stamp = { id, version, versionNonce: randomInt(2 ** 31 - 1), isDeleted: false, index: 'a1' };
  return { kind: 'element', pageId, element: { type: 'freedraw', ...stamp, ...place } };
}

/** The same content in the same letters, whoever wrote it first. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Someone who draws: the page's own engine, without a page; its network and its page can be taken from it. */
export class BoardClient {
  readonly troubles: BoardTrouble[] = [];
  readonly #ticket: () => Promise<string>;
  readonly #url: () => string;
  #saved: BoardItem[] = [];
  #signalling: SignallingClient | undefined;
  #wanted = false;
  #entering = false;
  copy!: BoardCopy;
  sync!: BoardSync;

  constructor(url: () => string, ticket: () => Promise<string>) {
    this.#url = url;
    this.#ticket = ticket;
    this.openPage();
  }

  /** A new page of the same browser: what the one before left in its store is all that it knows. */
  openPage(): void {
    this.copy = new BoardCopy(() => undefined);
    this.sync = new BoardSync({
      copy: this.copy,
      ask: async (name, data) => {
        if (!this.#signalling?.socket.connected) throw Object.assign(new Error('away'), { code: 'closed' });
        return this.#signalling.request(name, data);
      },
      store: { load: () => this.#saved, save: (items) => (this.#saved = structuredClone(items)) },
      onRules: () => undefined,
      onWhole: () => undefined,
      onTrouble: (trouble) => this.troubles.push(trouble),
    });
  }

  /** The page is reloaded; it is there at once, and enters when it is online. */
  reload(): void {
    const online = this.#wanted;
    this.goOffline();
    this.sync.close();
    this.openPage();
    if (online) this.goOnline();
  }

  goOnline(): void {
    this.#wanted = true;
    if (this.#entering) return;
    this.#entering = true;
    void this.#enter().finally(() => (this.#entering = false));
  }

  goOffline(): void {
    this.#wanted = false;
    this.#signalling?.close();
    this.#signalling = undefined;
    this.sync.dropped();
  }

  close(): void {
    this.sync.close();
    this.goOffline();
  }

  /** Everything but what is only known here. */
  get board(): string {
    const items = [...this.copy.settledItems().values()];
    return JSON.stringify(
      items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      inOrder,
    );
  }

  /** Everything drawn here is kept, and everything kept is here. */
  get atRest(): boolean {
    return this.sync.following && this.copy.pending.length === 0;
  }

  async #enter(): Promise<void> {
    while (this.#wanted && !this.#signalling) {
      try {
        const client = await SignallingClient.connect(this.#url(), { ticket: await this.#ticket() });
        await client.request('join', { takeOver: true });
        if (!this.#wanted) return client.close();
        this.#listen(client);
        await this.sync.connected();
      } catch {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  #listen(client: SignallingClient): void {
    this.#signalling = client;
    client.on('boardChanged', (changed: ServerEventData<'boardChanged'>) => this.sync.changed(changed));
    client.socket.once('disconnect', () => {
      if (this.#signalling !== client) return;
      this.#signalling = undefined;
      this.sync.dropped();
      if (this.#wanted) this.goOnline();
    });
  }
}
