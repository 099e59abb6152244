import { SignallingError } from '../SignallingError.ts';
import type { Handler } from './index.ts';

export const showConsumer: Handler<'showConsumer'> = async ({ peer }, { consumerId, tile }) => {
  const subscription = peer.openedMedia.subscription(consumerId);
  if (!subscription) throw new SignallingError('not_found', 'no such consumer, or it closed');
  await subscription.show(tile);
  return {};
};
