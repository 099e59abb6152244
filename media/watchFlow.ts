import type { PublishedProducer } from './PeerMedia.ts';

/** How often it is looked whether packets still come; silence shows after at most twice this. */
const lookEveryMs = 2_000;

/** What has arrived of a producer, as of the last look. */
export interface Arrival {
  packets: number;
  /** Since when nothing more arrives although it is not paused (ms, `performance.now`); nothing while something does. */
  silentSinceMs: number | undefined;
}

const arrivals = new WeakMap<PublishedProducer, Arrival>();

/** @returns nothing before the first look. */
export const arrivalOf = (producer: PublishedProducer): Arrival | undefined => arrivals.get(producer);

/**
 * Tells when a producer's packets really begin to arrive and when they stop. What is paused (muted) does not flow.
 *
 * mediasoup's score says at once that the first packet came, but never that a stream without simulcast fell
 * silent; that shows only in packet counts.
 */
export function watchFlow(producer: PublishedProducer, changed: (flowing: boolean) => void): void {
  let arriving = false;
  let flowing = false;
  let packets = 0;
  let silentSinceMs: number | undefined = performance.now();
  const tell = () => {
    const now = arriving && !producer.paused && !producer.closed;
    if (now === flowing) return;
    flowing = now;
    changed(flowing);
  };
  const look = async () => {
    const streams = await producer.getStats();
    const counted = streams.reduce((sum, { packetCount }) => sum + packetCount, 0);
    arriving = counted > packets;
    packets = counted;
    silentSinceMs = arriving || producer.paused ? undefined : (silentSinceMs ?? performance.now());
    arrivals.set(producer, { packets, silentSinceMs });
    tell();
  };
  // A producer or worker that closes while it is asked has its own event.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
  producer.on('score', (streams) => {
    if (packets > 0 || !streams.some(({ score }) => score > 0)) return;
    arriving = true;
    tell();
  });
  producer.observer.on('pause', tell);
  producer.observer.on('resume', tell);
  producer.observer.once('close', () => {
    clearInterval(timer);
    tell();
  });
}
