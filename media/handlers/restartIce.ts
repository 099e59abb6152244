import { checkedByMediasoup } from '../SignallingError.ts';
import type { Handler } from './index.ts';

export const restartIce: Handler<'restartIce'> = async ({ peer }, { transportId }) => {
  const transport = peer.openedMedia.transport(transportId);
  const iceParameters = await checkedByMediasoup(transport, () => transport.restartIce());
  return { iceParameters: { ...iceParameters } };
};
