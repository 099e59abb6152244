import { checkedByMediasoup } from '../SignallingError.ts';
import type { Handler } from './index.ts';

export const setProducerPaused: Handler<'setProducerPaused'> = async ({ peer }, { producerId, paused }) => {
  const producer = peer.openedMedia.producer(producerId);
  await checkedByMediasoup(producer, () => (paused ? producer.pause() : producer.resume()));
  return {};
};
