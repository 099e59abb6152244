import { keyOf, type BoardItem, type BoardRules } from '../../../../media/contracts/board.ts';
import type { RequestData, ResponseData } from '../../../../media/contracts/signalling.ts';
import { BoardBatches, underHandMs } from './BoardBatches.ts';
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

/** Several strokes that end within this time go in one request. */
const gatherMs = 120;
const retryMs = 1_000;

/** Brings a page's copy of the board and what is kept for all together, over drops, reloads and lost nodes. */
export class BoardSync {
  readonly #options: Options;
  readonly #batches = new BoardBatches();
  #wholeTo = 0;
  #epoch: string | undefined;
  #following = false;
  #round = 0;
  #writing = false;
  #dueAt = Infinity;
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
      if (this.#retry === undefined) this.#options.onTrouble('unreachable');
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.connected(), retryMs);
      return;
    }
    if (round !== this.#round || !this.#following) return;
    this.#retry = undefined;
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
      if (underHand) this.#batches.hold(key);
      else this.#batches.release(key);
    }
    this.#schedule(underHand ? underHandMs : gatherMs);
    return edited;
  }

  /** The hand has let go. */
  settle(): void {
    this.#batches.releaseAll();
    this.#save();
    this.#schedule(0);
  }

  /** What is not kept yet is still sent while there is a place, and else waits in the store. */
  close(): void {
    this.#closed = true;
    this.#round += 1;
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#batches.releaseAll();
    void this.#write();
  }

  /** Parts are brought to the copy together, as all that is shown is drawn anew for each change of it. */
  async #catchUp(round: number): Promise<void> {
    const { ask, copy, onRules } = this.#options;
    let come: BoardItem[] = [];
    const bring = () => {
      copy.keep(come);
      come = [];
    };
    try {
      for (;;) {
        const answer = await ask('boardSince', { position: this.#wholeTo });
        if (round !== this.#round) return;
        if (this.#epoch !== undefined && this.#epoch !== answer.epoch) {
          this.#epoch = answer.epoch;
          this.#wholeTo = 0;
          bring();
          copy.forgetKept();
          continue;
        }
        this.#epoch = answer.epoch;
        come.push(...answer.items);
        this.#wholeTo = answer.position;
        onRules(answer.rules);
        if (!answer.more) break;
      }
    } finally {
      bring();
    }
    this.#following = true;
  }

  /** One timer: the sooner of two wishes counts. */
  #schedule(waitMs: number): void {
    const dueAt = Date.now() + waitMs;
    if (this.#closed || this.#writing || dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.#dueAt = Infinity;
      void this.#write();
    }, waitMs);
  }

  async #write(): Promise<void> {
    this.#save();
    if (this.#writing || !this.#following) return;
    const batch = this.#batches.next(this.#options.copy.pending);
    if (batch.length === 0) return this.#scheduleHeld();
    this.#writing = true;
    let waitMs = 0;
    try {
      const { position } = await this.#options.ask('boardWrite', { items: batch });
      this.#batches.taken();
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
      if (!this.#batches.narrow(batch)) return 0;
      copy.discard(batch);
      onTrouble('refused');
    } else return retryMs;
    return 0;
  }

  #scheduleHeld(): void {
    const { dueInMs } = this.#batches;
    if (dueInMs !== undefined && this.#options.copy.pending.length > 0) this.#schedule(dueInMs);
  }

  #save(): void {
    this.#options.store.save(this.#options.copy.pending);
  }
}
