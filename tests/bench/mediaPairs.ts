import { randomInt, randomUUID } from 'node:crypto';
import type { Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import { formatsOf } from '../load/clients/formats.ts';
import { RecvTransport } from '../load/clients/RecvTransport.ts';
import { RoomClient } from '../load/clients/RoomClient.ts';
import { transportParameters } from '../load/clients/sdp.ts';
import { SendTransport } from '../load/clients/SendTransport.ts';
import { signTicket } from '../load/clients/signTicket.ts';

/** Two ends that send audio to each other through an SFU. */
export interface Pair {
  /** Sends one packet from each end. */
  sendNext(): void;
  /** Packets that both ends have received. */
  received(): number;
  close(): void;
}

/** A pair in a room of ours, by everything that a page does too. */
export async function openRoomPair(url: string, ticketSecret: string): Promise<Pair> {
  const mentor: TicketClaims = {
    sub: randomUUID(),
    sessionId: randomUUID(),
    roomCode: randomUUID(),
    role: 'mentor',
    name: 'Bench',
    pictureUrl: null,
  };
  const everyone = [mentor, { ...mentor, sub: randomUUID(), role: 'learner' as const }];
  const clients: RoomClient[] = [];
  for (const claims of everyone) {
    clients.push(await RoomClient.join({ url, ticket: await signTicket(claims, ticketSecret) }));
  }
  const streams = await Promise.all(clients.map((client) => client.produce('microphone')));
  return {
    sendNext: () => streams.forEach((stream) => stream.next()),
    received: () => clients.reduce((sum, client) => sum + client.packets('microphone'), 0),
    close: () => clients.forEach((client) => client.close()),
  };
}

/** The same pair on a router of mediasoup's with nothing around it. */
export async function openBarePair(router: Router, webRtcServer: WebRtcServer): Promise<Pair> {
  const formats = formatsOf(router.rtpCapabilities);
  const openEnd = async () => {
    const [sendTo, recvFrom] = await Promise.all([
      router.createWebRtcTransport({ webRtcServer }),
      router.createWebRtcTransport({ webRtcServer }),
    ]);
    const connect = (transport: WebRtcTransport) => (dtlsParameters: Record<string, unknown>) =>
      transport.connect({ dtlsParameters: dtlsParameters as never });
    const send = await SendTransport.create(described(sendTo), formats, connect(sendTo));
    const recv = await RecvTransport.create(described(recvFrom), formats, connect(recvFrom));
    const ssrc = randomInt(1, 2 ** 31);
    const rtpParameters = formats.rtpParameters('audio', ssrc);
    const producer = await sendTo.produce({ kind: 'audio', rtpParameters: rtpParameters as never });
    return { send, recv, recvFrom, producer, next: send.stream('audio', ssrc) };
  };
  const ends = [await openEnd(), await openEnd()] as const;
  const [first, second] = ends;
  for (const [end, other] of [[first, second] as const, [second, first] as const]) {
    const consumer = await end.recvFrom.consume({
      producerId: other.producer.id,
      rtpCapabilities: formats.rtpCapabilities,
    });
    end.recv.receive('audio', [consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0]);
  }
  return {
    sendNext: () => ends.forEach((end) => end.next()),
    received: () => ends.reduce((sum, end) => sum + end.recv.total, 0),
    close: () => ends.forEach(({ send, recv }) => [send, recv].forEach((half) => half.close())),
  };
}

function described({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport) {
  return transportParameters.parse({ id, iceParameters, iceCandidates, dtlsParameters });
}
