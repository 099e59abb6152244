import type { PublishedProducer } from './PeerMedia.ts';

/**
 * Tells when a producer's packets really begin to arrive and when they stop: mediasoup scores a stream 0 while it
 * is silent on the wire. What is paused (muted) does not flow.
 */
export function watchFlow(producer: PublishedProducer, changed: (flowing: boolean) => void): void {
  let arriving = false;
  let flowing = false;
  const look = () => {
    const now = arriving && !producer.paused && !producer.closed;
    if (now === flowing) return;
    flowing = now;
    changed(flowing);
  };
  producer.on('score', (streams) => {
    arriving = streams.some(({ score }) => score > 0);
    look();
  });
  producer.observer.on('pause', look);
  producer.observer.on('resume', look);
  producer.observer.once('close', look);
}
