import { boardLimits, keyOf, type BoardItem, type BoardRules } from '../../../../media/contracts/board.ts';
import type { RequestData, ResponseData } from '../../../../media/contracts/signalling.ts';
import type { BoardCopy } from './BoardCopy.ts';

type BoardRequest = 'boardSince' | 'boardWrite' | 'boardMoment';
/** Asks the node; an error has its `code`, or `closed` when the place was lost before the answer. */
export type Ask = <N extends BoardRequest>(name: N, data: RequestData<N>) => Promise<ResponseData<N>>;
/** Where what is not kept yet outlives the page. */
export interface PendingStore {
  load(): BoardItem[];
  save(items: BoardItem[]): void;
}
export type BoardTrouble = 'readOnly' | 'full' | 'refused' | 'unreachable';

type Options = {
  copy: BoardCopy;
  ask: Ask;
  store: PendingStore;
  onRules: (rules: BoardRules) => void;
  /** Everything of the board is here. */
  onWhole: () => void;
  onTrouble: (trouble: BoardTrouble) => void;
};

/** What is still changing under the hand is kept at least so often. */
const underHandMs = 1_500;
/** Several strokes that end within this time go in one request. */
const gatherMs = 120;
const retryMs = 1_000;

/** Brings a page's copy of the board and what is kept for all together, over drops, reloads and lost nodes. */
export class BoardSync {
  readonly #options: Options;
  /** When what is under the hand was kept, or begun. */
  readonly #held = new Map<string, number>();
  #wholeTo = 0;
  #epoch: string | undefined;
  #following = false;
  #round = 0;
  #writing = false;
  #batchItems: number = boardLimits.batchItems;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    const left = options.store.load();
    if (left.length > 0) options.copy.edit(left);
  }

  /** Whether everything is here and what is told comes without gaps. */
  get following(): boolean {
    return this.#following;
  }

  /** There is a place in the room: asks for what was missed, and brings what was drawn meanwhile. */
  async connected(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      await this.#catchUp(round);
    } catch {
      if (round !== this.#round || this.#closed) return;
      this.#options.onTrouble('unreachable');
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.connected(), retryMs);
      return;
    }
    if (round !== this.#round || !this.#following) return;
    this.#options.onWhole();
    this.#schedule(0);
  }

  /** The socket is gone: what is told from now on may have gaps. */
  dropped(): void {
    this.#following = false;
    this.#round += 1;
  }

  /** Items that others changed, as the node tells them. */
  changed({ position, items }: { position: number; items: BoardItem[] }): void {
    this.#options.copy.keep(items);
    if (this.#following) this.#wholeTo = Math.max(this.#wholeTo, position);
  }

  /**
   * Takes what was changed here. @param underHand it goes on changing
   * @returns the items as they stand now: see `BoardCopy.edit`
   */
  edit(items: BoardItem[], underHand = false): BoardItem[] {
    const edited = this.#options.copy.edit(items);
    for (const item of edited) {
      const key = keyOf(item);
      if (!underHand) this.#held.delete(key);
      else if (!this.#held.has(key)) this.#held.set(key, Date.now());
    }
    this.#schedule(underHand ? underHandMs : gatherMs);
    return edited;
  }

  /** The hand has let go. */
  settle(): void {
    this.#held.clear();
    this.#save();
    this.#schedule(0);
  }

  /** What is not kept yet is still sent while there is a place, and else waits in the store. */
  close(): void {
    this.#closed = true;
    this.#round += 1;
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#held.clear();
    void this.#write();
  }

  async #catchUp(round: number): Promise<void> {
    const { ask, copy, onRules } = this.#options;
    for (;;) {
      const answer = await ask('boardSince', { position: this.#wholeTo });
      if (round !== this.#round) return;
      if (this.#epoch !== undefined && this.#epoch !== answer.epoch) {
        this.#epoch = answer.epoch;
        this.#wholeTo = 0;
        copy.forgetKept();
        continue;
      }
      this.#epoch = answer.epoch;
      copy.keep(answer.items);
      this.#wholeTo = answer.position;
      onRules(answer.rules);
      if (!answer.more) break;
    }
    this.#following = true;
  }

  #schedule(waitMs: number): void {
    if (this.#closed || this.#writing) return;
    this.#later(() => void this.#write(), waitMs);
  }

  /** One timer: the sooner of two wishes counts. */
  #dueAt = Infinity;
  #later(act: () => void, waitMs: number): void {
    const dueAt = Date.now() + waitMs;
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.#dueAt = Infinity;
      act();
    }, waitMs);
  }

  async #write(): Promise<void> {
    this.#save();
    if (this.#writing || !this.#following) return;
    const batch = this.#nextBatch();
    if (batch.length === 0) return this.#scheduleHeld();
    this.#writing = true;
    let waitMs = 0;
    try {
      const { position } = await this.#options.ask('boardWrite', { items: batch });
      this.#batchItems = boardLimits.batchItems;
      this.#options.copy.acknowledge(batch);
      if (this.#following && position !== null) this.#wholeTo = Math.max(this.#wholeTo, position);
    } catch (error) {
      waitMs = this.#refused(batch, error);
    } finally {
      this.#writing = false;
    }
    if (!this.#closed) this.#schedule(waitMs);
    else if (waitMs === 0) void this.#write();
    else this.#save();
  }

  /** @returns how long to wait before the next try */
  #refused(batch: BoardItem[], error: unknown): number {
    const { copy, onTrouble } = this.#options;
    const code = error instanceof Error && 'code' in error ? error.code : 'internal';
    if (code === 'not_allowed') {
      copy.discard(copy.pending);
      onTrouble('readOnly');
    } else if (code === 'board_full') {
      copy.discard(batch);
      onTrouble('full');
    } else if (code === 'bad_request') {
      // One of them is not fit to be kept: alone it is found, and the others are not lost with it.
      if (batch.length > 1) this.#batchItems = 1;
      else {
        copy.discard(batch);
        onTrouble('refused');
      }
    } else return retryMs;
    return 0;
  }

  #nextBatch(): BoardItem[] {
    const now = Date.now();
    const batch: BoardItem[] = [];
    let length = 0;
    for (const item of this.#options.copy.pending) {
      const heldSince = this.#held.get(keyOf(item));
      if (heldSince !== undefined && now - heldSince < underHandMs) continue;
      length += JSON.stringify(item).length + 1;
      if (batch.length > 0 && (length > boardLimits.batchLength || batch.length >= this.#batchItems)) break;
      if (heldSince !== undefined) this.#held.set(keyOf(item), now);
      batch.push(item);
    }
    return batch;
  }

  #scheduleHeld(): void {
    if (this.#held.size === 0 || this.#options.copy.pending.length === 0) return;
    const oldest = Math.min(...this.#held.values());
    this.#schedule(Math.max(20, oldest + underHandMs - Date.now()));
  }

  #save(): void {
    this.#options.store.save(this.#options.copy.pending);
  }
}
