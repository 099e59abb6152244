import type { types } from 'mediasoup-client';
import type { IceServers } from '../../media/contracts/iceServers.ts';
import type { MediaSetup } from '../../media/contracts/signalling.ts';

/** The contract leaves WebRTC's own structures to mediasoup, which checks them in depth; here they get their types. */
export function transportOptions(
  setup: MediaSetup,
  direction: 'send' | 'recv',
  iceServers: IceServers,
): types.TransportOptions {
  const transport = direction === 'send' ? setup.sendTransport : setup.recvTransport;
  return { ...(transport as unknown as types.TransportOptions), iceServers };
}
