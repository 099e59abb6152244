import type { PublishedProducer } from '../PeerMedia.ts';
import type { Subscription } from '../Subscription.ts';
import { arrivalOf } from '../watchFlow.ts';
import { judgePassage, type Look, type Verdict } from './judgePassage.ts';
import type { Repairs } from './nextRepair.ts';

/** The way from one producer to one person. */
export interface Passage {
  producer: PublishedProducer;
  look: Look | undefined;
  repairs: Repairs | undefined;
  givenUp: boolean;
}

/** What is known of the passages to one person, by producer; consumers and transports come and go meanwhile. */
export class Passages {
  #passages = new Map<string, Passage>();

  /** Those that are there now: new ones added, and what ended forgotten. */
  of(producers: PublishedProducer[]): Passage[] {
    this.#passages = new Map(
      producers.map((producer) => [
        producer.id,
        this.#passages.get(producer.id) ?? { producer, look: undefined, repairs: undefined, givenUp: false },
      ]),
    );
    return [...this.#passages.values()];
  }

  /** What was seen before a break says nothing about what comes after it. */
  lookAway(): void {
    for (const passage of this.#passages.values()) passage.look = undefined;
  }
}

/** Looks at a passage anew. A video that is held back because bandwidth is short is no fault. */
export async function lookAt(passage: Passage, subscription: Subscription): Promise<Verdict> {
  const { consumer, wantedSinceMs } = subscription;
  const streams = await consumer.getStats();
  const sent = streams.filter(({ type }) => type === 'outbound-rtp');
  const before = passage.look;
  const now: Look = {
    atMs: performance.now(),
    consumerId: consumer.id,
    arrived: arrivalOf(passage.producer)?.packets ?? 0,
    passed: sent.reduce((sum, { packetCount }) => sum + packetCount, 0),
    wantedSinceMs,
  };
  passage.look = now;
  const verdict = judgePassage(before, now);
  return verdict === 'blocked' && (await isStarved(subscription)) ? 'unclear' : verdict;
}

/** mediasoup aims at no layer at all of what the bandwidth does not suffice for, and at one of what it waits for. */
async function isStarved({ consumer }: Subscription): Promise<boolean> {
  if (consumer.kind === 'audio' || consumer.type === 'simple' || consumer.paused) return false;
  const dump = await consumer.dump();
  return 'targetSpatialLayer' in dump && dump.targetSpatialLayer === -1;
}
