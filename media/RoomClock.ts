import type { RoomStore } from './RoomStore.ts';
import type { KeptClock, LessonClockView } from './contracts/clock.ts';
import type { TicketClaims } from './contracts/ticket.ts';
import { LessonClock } from './LessonClock.ts';

/** While it runs it is kept so often: a node that dies takes no more of the lesson with it. */
const keepEveryMs = 2_000;

type Follower = { connected: boolean; claims: Pick<TicketClaims, 'role'> };

/** The clock of one room: follows who is connected, and is kept where it outlives this node. */
export class RoomClock {
  readonly #roomCode: string;
  readonly #store: RoomStore<KeptClock>;
  readonly #clock: LessonClock;
  #keeping: NodeJS.Timeout | undefined;

  private constructor(roomCode: string, store: RoomStore<KeptClock>, clock: LessonClock) {
    this.#roomCode = roomCode;
    this.#store = store;
    this.#clock = clock;
  }

  /** Goes on where the room's last node left it. */
  static async open(roomCode: string, store: RoomStore<KeptClock>): Promise<RoomClock> {
    const kept = await store.load(roomCode);
    return new RoomClock(roomCode, store, kept ? LessonClock.restore(kept) : new LessonClock(Date.now()));
  }

  /**
   * @param dropped whether the last change was that somebody dropped out
   * @returns whether the clock started or stopped
   */
  follow(peers: Follower[], dropped: boolean): boolean {
    const here = (role: TicketClaims['role']) =>
      peers.some(({ connected, claims }) => connected && claims.role === role);
    if (!this.#clock.tell(here('mentor') && here('learner'), dropped, Date.now())) return false;
    this.close();
    if (this.#clock.running) this.#keeping = setInterval(() => this.#keep(), keepEveryMs);
    this.#keep();
    return true;
  }

  view(): LessonClockView {
    return this.#clock.view(Date.now());
  }

  close(): void {
    clearInterval(this.#keeping);
  }

  #keep(): void {
    this.#store.save(this.#roomCode, this.#clock.keep(Date.now()));
  }
}
