import type { DtlsParameters } from '../mediasoup.ts';
import { checkedByMediasoup } from '../SignallingError.ts';
import type { Handler } from './index.ts';

export const connectTransport: Handler<'connectTransport'> = async (
  { peer },
  { transportId, dtlsParameters },
) => {
  const transport = peer.openedMedia.transport(transportId);
  await checkedByMediasoup(transport, () =>
    transport.connect({ dtlsParameters: dtlsParameters as DtlsParameters }),
  );
  return {};
};
