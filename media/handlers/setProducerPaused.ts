import { checkedByMediasoup } from '../SignallingError.ts';
import type { Handler } from './index.ts';

export const setProducerPaused: Handler<'setProducerPaused'> = async ({ peer }, { producerId, paused }) => {
  const producer = peer.openedMedia.producer(producerId);
  // A page that has not heard yet that the mentor muted it asks in vain: it may have asked long ago, before a drop.
  const silenced = peer.room.silences.has(peer.claims.sub, producer.appData.source);
  await checkedByMediasoup(producer, () => (paused || silenced ? producer.pause() : producer.resume()));
  return {};
};
