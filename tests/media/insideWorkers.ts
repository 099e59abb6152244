import { observer, type Consumer, type WebRtcTransport } from '../../media/mediasoup.ts';

/**
 * mediasoup's own objects in this process, behind the node's back. Call it before the node starts.
 * @param onConsumer hears of each consumer as it opens
 */
export function watchInside(onConsumer: (consumer: Consumer) => void = () => undefined) {
  const consumers = new Map<string, Consumer>();
  const transports = new Map<string, WebRtcTransport>();
  observer.on('newworker', (worker) =>
    worker.observer.on('newrouter', (router) =>
      router.observer.on('newtransport', (transport) => {
        transports.set(transport.id, transport as WebRtcTransport);
        transport.observer.on('newconsumer', (consumer) => {
          consumers.set(consumer.id, consumer);
          onConsumer(consumer);
        });
      }),
    ),
  );
  const found = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('there is no such thing in the workers');
    return thing;
  };
  return {
    consumer: (id: string) => found(consumers.get(id)),
    transport: (id: string) => found(transports.get(id)),
  };
}
