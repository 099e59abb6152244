import type { Knock } from './contracts/signalling.ts';
import type { TicketClaims } from './contracts/ticket.ts';
import { SignallingError } from './SignallingError.ts';
import type { MediaSocket } from './sockets.ts';

/** Who may come into a room although they have a ticket: nobody who was removed, nobody new while it is locked. */
export class Door {
  readonly #removed = new Set<string>();
  /** Those who are inside, who only dropped out, or who were let in. */
  readonly #welcome = new Set<string>();
  readonly #knocks = new Map<string, { knock: Knock; socket: MediaSocket }>();
  #locked = false;

  get locked(): boolean {
    return this.#locked;
  }

  get knocks(): Knock[] {
    return [...this.#knocks.values()].map(({ knock }) => knock);
  }

  get waiting(): MediaSocket[] {
    return [...this.#knocks.values()].map(({ socket }) => socket);
  }

  /** @returns whether that changed anything. */
  setLocked(locked: boolean): boolean {
    const changed = this.#locked !== locked;
    this.#locked = locked;
    return changed;
  }

  /** @throws SignallingError `removed`, `room_locked`. */
  check({ sub, role }: TicketClaims): void {
    if (this.#removed.has(sub)) throw new SignallingError('removed', 'the mentor removed this person');
    if (this.#locked && role === 'learner' && !this.#welcome.has(sub)) {
      throw new SignallingError('room_locked', 'the mentor has locked the room');
    }
  }

  opensFor(claims: TicketClaims): boolean {
    try {
      this.check(claims);
      return true;
    } catch {
      return false;
    }
  }

  cameIn(userId: string): void {
    this.#welcome.add(userId);
  }

  /** They went by their own will: a locked door does not open for them again. */
  left(userId: string): void {
    this.#welcome.delete(userId);
  }

  remove(userId: string): void {
    this.#welcome.delete(userId);
    this.#removed.add(userId);
  }

  /** Remembers who asks, and where the answer goes. @returns whether they did not ask already. */
  knock({ sub, name }: TicketClaims, socket: MediaSocket): { knock: Knock; fresh: boolean } {
    const fresh = !this.#knocks.has(sub);
    const knock = { userId: sub, name, removed: this.#removed.has(sub) };
    this.#knocks.set(sub, { knock, socket });
    return { knock, fresh };
  }

  /** They hung up, or came back over another socket. @returns whether nobody asks for them any more. */
  stopKnocking(userId: string, socket: MediaSocket): boolean {
    return this.#knocks.get(userId)?.socket === socket && this.#knocks.delete(userId);
  }

  /** @returns where the answer goes; nothing when nobody knocks. */
  answer(userId: string, admit: boolean): MediaSocket | undefined {
    const asking = this.#knocks.get(userId);
    if (!asking) return undefined;
    this.#knocks.delete(userId);
    if (admit) {
      this.#removed.delete(userId);
      this.#welcome.add(userId);
    }
    return asking.socket;
  }
}
