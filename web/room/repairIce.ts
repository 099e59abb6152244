import type { types } from 'mediasoup-client';
import { pause } from './pause.ts';
import type { Signalling } from './Signalling.ts';

/** After so many rounds the transport itself is taken to be lost. */
const maxRounds = 4;
const roundMs = 2_500;

/** The repairs under way, so that a drop of the socket and one of the media do not repair twice. */
const repairs = new WeakMap<types.Transport, Promise<void>>();

/**
 * Restarts ICE (RFC 8445, section 2.4) until the transport is connected again. Media keeps its DTLS session, so
 * pictures are back after one round trip.
 * @throws Error when it does not come back; SignallingError when the node does not know the transport.
 */
export function repairIce(transport: types.Transport, signalling: Signalling): Promise<void> {
  const repair =
    repairs.get(transport) ?? restart(transport, signalling).finally(() => repairs.delete(transport));
  repairs.set(transport, repair);
  return repair;
}

async function restart(transport: types.Transport, signalling: Signalling): Promise<void> {
  // A transport that never carried anything has nothing to restart.
  if (transport.connectionState === 'new') return;
  for (let round = 0; round < maxRounds; round++) {
    const { iceParameters } = await signalling.request('restartIce', { transportId: transport.id });
    if (transport.closed) return;
    await transport.restartIce({ iceParameters: iceParameters as unknown as types.IceParameters });
    if (await settles(transport)) return;
  }
  throw new Error('the transport does not connect again');
}

/** True once the transport is connected or closed, false after one round. */
async function settles(transport: types.Transport): Promise<boolean> {
  const over = () => transport.closed || ['connected', 'closed'].includes(transport.connectionState);
  if (over()) return true;
  const changed = new Promise<void>((resolve) => {
    transport.on('connectionstatechange', () => over() && resolve());
    transport.observer.once('close', () => resolve());
  });
  await Promise.race([changed, pause(roundMs)]);
  return over();
}
