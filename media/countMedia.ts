import type { Worker } from './mediasoup.ts';

/** What lives in a worker, as mediasoup itself tells it. */
export interface MediaCount {
  routers: number;
  transports: number;
  producers: number;
  consumers: number;
}

export const noMedia = (): MediaCount => ({ routers: 0, transports: 0, producers: 0, consumers: 0 });

interface Closing {
  observer: { once(event: 'close', listener: () => void): unknown };
}

/** Counts what a worker holds from now on; the object returned changes as things open and close. */
export function countMedia(worker: Worker): MediaCount {
  const count = noMedia();
  const add = (kind: keyof MediaCount, opened: Closing) => {
    count[kind] += 1;
    opened.observer.once('close', () => (count[kind] -= 1));
  };
  worker.observer.on('newrouter', (router) => {
    add('routers', router);
    router.observer.on('newtransport', (transport) => {
      add('transports', transport);
      transport.observer.on('newproducer', (producer) => add('producers', producer));
      transport.observer.on('newconsumer', (consumer) => add('consumers', consumer));
    });
  });
  return count;
}
