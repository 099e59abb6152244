import { PeerConnection } from 'node-datachannel';
import type { Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { probeAnswer, probeChannel, type ProbeAnswer } from '../../media/contracts/check.ts';
import { fingerprintOf, probeAnswer as describeProbe } from '../../web/room/probeAnswer.ts';

export const askProbe = async (socket: Socket, request: unknown): Promise<ProbeAnswer> =>
  probeAnswer.parse(await socket.timeout(5_000).emitWithAck('openProbe', request));

/** A probe over UDP with a real data channel, from and to one address. */
export async function openProbe(socket: Socket, address = '127.0.0.1') {
  const connection = new PeerConnection('probe', { iceServers: [], bindAddress: address });
  onTestFinished(() => connection.close());
  const offered = new Promise<string>((resolve) => connection.onLocalDescription((sdp) => resolve(sdp)));
  const channel = connection.createDataChannel('probe', {
    ...{ negotiated: true, id: probeChannel, unordered: true, maxRetransmits: 0 },
  });
  connection.setLocalDescription('offer');
  const answer = await askProbe(socket, { protocol: 'udp', fingerprint: fingerprintOf(await offered) });
  if ('refused' in answer) throw new Error(answer.refused);
  const { probe } = answer;
  const iceCandidates = probe.iceCandidates.filter((candidate) => candidate.address === address);
  const echoes: number[] = [];
  channel.onMessage((message) => echoes.push(Buffer.from(message as Buffer).length));
  const opened = new Promise<void>((resolve) => channel.onOpen(resolve));
  connection.setRemoteDescription(describeProbe({ ...probe, iceCandidates }), 'answer');
  await opened;
  return { send: () => void channel.sendMessageBinary(Buffer.alloc(100)), echoes };
}
