import type { Logger } from '../config/logger.ts';
import type { Answers } from './Answers.ts';
import type { BoardStore } from './board/BoardStore.ts';
import type { KeptClock } from './contracts/clock.ts';
import type { RoomStore } from './RoomStore.ts';
import type { MediaCommand } from './contracts/nodes.ts';
import type { TicketClaims } from './contracts/ticket.ts';
import type { FactDraft } from './FactStream.ts';
import { Healer } from './healing/Healer.ts';
import { RepairCounts } from './healing/RepairCounts.ts';
import type { Peer } from './Peer.ts';
import { type Page, type ReadAttachment, Room } from './Room.ts';
import type { Recorders } from './recording/RoomRecorder.ts';
import type { SharedLog } from './SharedLog.ts';
import { SignallingError } from './SignallingError.ts';
import type { MediaSocket } from './sockets.ts';
import { tellGift } from './tellGift.ts';
import type { WorkerPool } from './WorkerPool.ts';

export interface RoomsOptions {
  pool: WorkerPool;
  graceMs: number;
  /** A ticket lives no longer than this, so a room's end need not be remembered longer. */
  ticketMs: number;
  /** Takes a room for this node; false when it lives on another one. */
  claim: (roomCode: string) => Promise<boolean>;
  release: (roomCode: string) => void;
  report: (fact: FactDraft) => void;
  clocks: RoomStore<KeptClock>;
  log: SharedLog;
  board: BoardStore;
  recorders: Recorders;
  readAttachment: ReadAttachment;
  logger: Logger;
}

/** The rooms of this node. */
export class Rooms {
  readonly repairs = new RepairCounts();
  readonly #options: RoomsOptions;
  readonly #opening = new Map<string, Promise<Room>>();
  readonly #rooms = new Map<string, Room>();
  /** Rooms that were closed by command, until no ticket for them can be valid. */
  readonly #ended = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
  }

  get all(): Room[] {
    return [...this.#rooms.values()];
  }

  /**
   * Gives a ticket's bearer a place, opening the room when it is the first.
   * @throws SignallingError `room_closed`, `media_unavailable`, and what `Room.admit` refuses with.
   */
  async admit(claims: TicketClaims, answers: Answers, socket: MediaSocket, page: Page): Promise<Peer> {
    const { roomCode } = claims;
    for (;;) {
      if (this.#stopped) throw new SignallingError('media_unavailable', 'this node is stopping');
      if (this.#ended.has(roomCode)) throw new SignallingError('room_closed', 'the lesson is over');
      const room = this.#rooms.get(roomCode);
      if (room) return room.admit(claims, answers, socket, page);
      await this.#open(claims);
    }
  }

  /** The room of a ticket, when it is open. */
  roomOf({ roomCode }: TicketClaims): Room | undefined {
    return this.#rooms.get(roomCode);
  }

  /** The place of a page that comes back. */
  find(peerId: string, resumeToken: string): Peer | undefined {
    const peer = this.all.map((room) => room.peer(peerId)).find((found) => found !== undefined);
    return peer?.mayResumeWith(resumeToken) ? peer : undefined;
  }

  obey(command: MediaCommand): void {
    if (command.type === 'closeRoom') return this.#closeRoom(command);
    const room = this.#rooms.get(command.roomCode);
    if (room) tellGift(room, command.gift);
  }

  #closeRoom({ roomCode, reason }: Extract<MediaCommand, { type: 'closeRoom' }>): void {
    clearTimeout(this.#ended.get(roomCode));
    const forget = setTimeout(() => this.#ended.delete(roomCode), this.#options.ticketMs);
    this.#ended.set(roomCode, forget);
    this.#rooms.get(roomCode)?.close(reason);
  }

  close(): void {
    this.#stopped = true;
    for (const timer of this.#ended.values()) clearTimeout(timer);
    for (const room of this.all) room.close('stopped');
  }

  /** Two who come first at once wait for the same room. */
  async #open(claims: TicketClaims) {
    const { roomCode } = claims;
    const opening = this.#opening.get(roomCode) ?? this.#create(claims);
    this.#opening.set(roomCode, opening);
    try {
      await opening;
    } finally {
      this.#opening.delete(roomCode);
    }
  }

  async #create({ roomCode: code, sessionId }: TicketClaims): Promise<Room> {
    const { claim, release, ...forRoom } = this.#options;
    const { logger } = forRoom;
    if (!(await claim(code))) throw new SignallingError('media_unavailable', 'the room is on another node');
    try {
      const room = await Room.create({ code, sessionId, ...forRoom });
      new Healer(room, { counts: this.repairs, logger });
      this.#rooms.set(code, room);
      room.once('close', () => {
        this.#rooms.delete(code);
        release(code);
      });
      if (this.#stopped || this.#ended.has(code)) room.close('stopped');
      return room;
    } catch (error) {
      release(code);
      throw error;
    }
  }
}
