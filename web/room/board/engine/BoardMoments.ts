import type { BoardElement, BoardMoment, BoardStroke, BoardView } from '../../../../media/contracts/board.ts';
import { boardLimits } from '../../../../media/contracts/board.ts';
import type { BoardCopy } from './BoardCopy.ts';
import type { Ask } from './BoardSync.ts';
import { followStroke, tellStroke } from './strokes.ts';

export type Pointer = NonNullable<BoardMoment['pointer']>;
/** Someone else at the board, as of late. */
export type Presence = {
  userId: string;
  name: string;
  pageId: string;
  pointer: Pointer | null;
  view: BoardView | undefined;
  at: number;
};
type Options = {
  copy: BoardCopy;
  ask: Ask;
  /** Whether there is a place to tell it to. */
  canTell: () => boolean;
  onPresence: (people: Presence[]) => void;
};

type Told = { pageId: string; pointer: Pointer | null; view?: BoardView };

/** A hand is followed smoothly at this pace; each telling waits for the one before, so a slow line gets fewer. */
const paceMs = 60;
/** Whose hand rests is forgotten, and with it what was under it. */
const restsMs = 8_000;

/** Where people are on the board right now and what moves under their hands: told at once, and never kept. */
export class BoardMoments {
  readonly #options: Options;
  readonly #people = new Map<string, Presence>();
  /** What others know of what moves under this page's hand. */
  readonly #told = new Map<string, BoardElement>();
  /** What this person did last, and what of it is not told yet. */
  #latest: Told | undefined;
  #next: Told | undefined;
  readonly #strokes = new Map<string, BoardElement>();
  #telling = false;
  readonly #sweep: ReturnType<typeof setInterval>;

  constructor(options: Options) {
    this.#options = options;
    this.#sweep = setInterval(() => this.#forgetResting(), 2_000);
  }

  /** What this person does now; told soon, the latest of it. */
  tell(
    pageId: string,
    about: { pointer?: Pointer | null; view?: BoardView; strokes?: BoardElement[] },
  ): void {
    const view = about.view ?? (this.#next?.pageId === pageId ? this.#next.view : undefined);
    const before = this.#latest?.pageId === pageId ? this.#latest : undefined;
    const pointer = about.pointer === undefined ? (before?.pointer ?? null) : about.pointer;
    this.#latest = { ...before, ...(view ? { view } : {}), pageId, pointer };
    this.#next = { pageId, pointer, ...(view ? { view } : {}) };
    for (const stroke of about.strokes ?? []) this.#strokes.set(stroke.id, stroke);
    if (!this.#telling) void this.#tellNext();
  }

  /** The hand has let go: what moved is kept now. */
  settle(): void {
    this.#strokes.clear();
    this.#told.clear();
  }

  /** Somebody else's moment. */
  heard({ userId, name, moment }: { userId: string; name: string; moment: BoardMoment }): void {
    const { pageId, pointer, strokes } = moment;
    const at = Date.now();
    // Who has just come does not know where this person is, nor what they see.
    if (!this.#people.has(userId) && this.#latest) this.tell(this.#latest.pageId, this.#latest);
    const view = moment.view ?? this.#people.get(userId)?.view;
    this.#people.set(userId, { userId, name, pageId, pointer, view, at });
    for (const stroke of strokes) {
      const element = followStroke(this.#options.copy.moving(userId, stroke.id), stroke);
      if (element) this.#options.copy.move(userId, pageId, element, at);
    }
    this.#options.onPresence(this.people);
  }

  left(userId: string): void {
    this.#options.copy.endMoves((live) => live.userId === userId);
    if (this.#people.delete(userId)) this.#options.onPresence(this.people);
  }

  get people(): Presence[] {
    return [...this.#people.values()];
  }

  close(): void {
    clearInterval(this.#sweep);
  }

  async #tellNext(): Promise<void> {
    const { ask, canTell } = this.#options;
    this.#telling = true;
    while (this.#next && canTell()) {
      const strokes: BoardStroke[] = [];
      let length = 500;
      for (const element of this.#strokes.values()) {
        const stroke = tellStroke(this.#told.get(element.id), element);
        length += JSON.stringify(stroke).length;
        if (strokes.length === 50 || length > boardLimits.momentLength) break;
        strokes.push(stroke);
        this.#told.set(element.id, element);
      }
      this.#strokes.clear();
      const moment = { ...this.#next, strokes };
      this.#next = undefined;
      const pace = new Promise((resolve) => setTimeout(resolve, paceMs));
      await ask('boardMoment', moment).catch(() => this.#told.clear());
      await pace;
    }
    this.#telling = false;
  }

  #forgetResting(): void {
    const since = Date.now() - restsMs;
    this.#options.copy.endMoves(({ at }) => at < since);
    const resting = this.people.filter(({ at, pointer }) => at < since && pointer !== null);
    for (const person of resting) this.#people.set(person.userId, { ...person, pointer: null });
    if (resting.length > 0) this.#options.onPresence(this.people);
  }
}
