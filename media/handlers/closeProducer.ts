import type { Handler } from './index.ts';

export const closeProducer: Handler<'closeProducer'> = ({ peer }, { producerId }) => {
  peer.openedMedia.producer(producerId).close();
  return {};
};
