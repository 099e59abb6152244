import type { Logger } from '../../config/logger.ts';
import type { Peer } from '../Peer.ts';
import { about, type Room } from '../Room.ts';
import { nextRepair, type RepairStep } from './nextRepair.ts';
import { lookAt, Passages, type Passage } from './Passages.ts';
import type { RepairCounts } from './RepairCounts.ts';
import { SilentSenders } from './SilentSenders.ts';

const lookEveryMs = 2_000;
/** So many consumers are looked at in one turn; in large rooms people take turns. */
const consumersPerTurn = 120;
/** All of someone's media is opened anew for one passage at most this often. */
const reopenPauseMs = 60_000;

interface Options {
  counts: RepairCounts;
  logger: Logger;
}

interface Receiver {
  passages: Passages;
  reopenedMs: number;
}

/**
 * Finds in a room, by the node's own statistics, who does not get what another one sends, and repairs it by itself
 * (ROOM-13). Ends with the room.
 */
export class Healer {
  readonly #room: Room;
  readonly #options: Options;
  readonly #receivers = new WeakMap<Peer, Receiver>();
  readonly #silent: SilentSenders;
  #looking = false;
  #turn = 0;

  constructor(room: Room, options: Options) {
    this.#room = room;
    this.#options = options;
    this.#silent = new SilentSenders((peer, source) => {
      options.counts.asked += 1;
      options.logger.warn(
        { roomCode: room.code, peerId: peer.id, source },
        'nothing arrives: asked to publish anew',
      );
      peer.send('sourceUnheard', { source });
    });
    const timer = setInterval(() => void this.#look(), lookEveryMs);
    room.once('close', () => clearInterval(timer));
  }

  async #look(): Promise<void> {
    if (this.#looking || this.#room.closed) return;
    this.#looking = true;
    try {
      await Promise.all([
        this.#silent.look(this.#room.peers, performance.now()),
        ...this.#inTurn().map((peer) => this.#examine(peer)),
      ]);
    } catch (error) {
      // Workers, consumers and peers may go at any moment; the next look finds what is there then.
      this.#options.logger.debug({ err: error, roomCode: this.#room.code }, 'a look at a room broke off');
    }
    this.#looking = false;
  }

  #inTurn(): Peer[] {
    const { peers } = this.#room;
    const producers = peers.reduce((sum, peer) => sum + [...(peer.media?.producers ?? [])].length, 0);
    const fitting = Math.max(1, Math.floor(consumersPerTurn / Math.max(1, producers)));
    if (fitting >= peers.length) return peers;
    const from = this.#turn % peers.length;
    this.#turn = from + fitting;
    return [...peers, ...peers].slice(from, from + fitting);
  }

  async #examine(peer: Peer): Promise<void> {
    const { media } = peer;
    const receiver = this.#receivers.get(peer) ?? { passages: new Passages(), reopenedMs: -Infinity };
    this.#receivers.set(peer, receiver);
    // A path that is down is mended by its page, and a page that is away could not follow.
    if (!media?.path('recv').connected || !peer.connected) return receiver.passages.lookAway();
    const passages = receiver.passages.of(this.#room.producersFor(peer));
    await Promise.all(passages.map((passage) => this.#examinePassage(peer, receiver, passage)));
  }

  async #examinePassage(peer: Peer, receiver: Receiver, passage: Passage): Promise<void> {
    const { media } = peer;
    const subscription = media?.subscriptionTo(passage.producer);
    if (!subscription) return this.#bring(peer, passage);
    const verdict = await lookAt(passage, subscription);
    // Who mutes and unmutes begins anew.
    if (passage.producer.paused) Object.assign(passage, { repairs: undefined, givenUp: false });
    if (verdict === 'flows') this.#flowsAgain(peer, passage);
    if (verdict === 'blocked') await this.#repair(peer, receiver, passage);
  }

  /** There is no consumer: the page cannot decode it, has yet to say what it can, or it was lost. */
  async #bring(peer: Peer, { producer, look }: Passage): Promise<void> {
    const brought = await peer.media?.consume(producer);
    if (!brought?.fresh) return;
    if (look) {
      this.#options.counts.found += 1;
      this.#options.counts.repairedBy('renew');
      peer.send('consumerClosed', { consumerId: look.consumerId });
    }
    peer.send('newConsumer', { consumer: brought.view });
  }

  #flowsAgain(peer: Peer, passage: Passage): void {
    const step = passage.repairs?.tried.at(-1);
    passage.repairs = undefined;
    passage.givenUp = false;
    if (!step) return;
    const { source } = passage.producer.appData;
    const fromUserId = this.#sender(passage)?.claims.sub;
    this.#options.counts.repairedBy(step);
    this.#options.logger.warn({ ...this.#names(peer, passage), step }, 'what was unheard flows again');
    if (fromUserId) this.#room.report({ type: 'media.repaired', ...about(peer), source, fromUserId, step });
  }

  async #repair(peer: Peer, receiver: Receiver, passage: Passage): Promise<void> {
    const nowMs = performance.now();
    const step = nextRepair(passage.repairs, nowMs);
    if (step === 'wait' || passage.givenUp) return;
    const tooSoon = step === 'reopen' && nowMs - receiver.reopenedMs < reopenPauseMs;
    if (step === 'give up' || tooSoon) {
      passage.givenUp = true;
      this.#options.counts.givenUp += 1;
      this.#options.logger.error(this.#names(peer, passage), 'unheard, and nothing more to try');
      return;
    }
    if (!passage.repairs) this.#options.counts.found += 1;
    passage.repairs = { tried: [...(passage.repairs?.tried ?? []), step], lastMs: nowMs };
    if (step === 'reopen') receiver.reopenedMs = nowMs;
    this.#options.logger.warn(
      { ...this.#names(peer, passage), step },
      'someone is not heard by someone else',
    );
    await take(step, peer, passage);
  }

  #sender({ producer }: Passage): Peer | undefined {
    return this.#room.peer(producer.appData.peerId);
  }

  #names(peer: Peer, { producer }: Passage) {
    const { peerId: from, source } = producer.appData;
    return { roomCode: this.#room.code, peerId: peer.id, from, source };
  }
}

async function take(step: RepairStep, peer: Peer, { producer }: Passage): Promise<void> {
  const { media } = peer;
  if (!media) return;
  if (step === 'nudge') await media.subscriptionTo(producer)?.nudge();
  else if (step === 'restartIce') peer.send('pathDoubted', { transportId: media.path('recv').id });
  else if (step === 'reopen') peer.send('mediaReset', {});
  else await media.renew(producer);
}
