import { Audio, PeerConnection } from 'node-datachannel';
import { createWorker, type WebRtcTransport } from '../mediasoup.ts';

const opus = { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 } as const;
const payloadType = 111;
const ssrc = 1111;
const packetIntervalMs = 20;

/**
 * A call on the loopback through a worker binary: ICE, a real DTLS handshake as browsers do it, then encrypted
 * audio packets to the worker and back. A wrongly built worker starts and answers, and crashes only in here.
 * @throws with the worker's fault
 */
export async function callThroughWorker(workerBin: string): Promise<void> {
  const worker = await createWorker({ workerBin, logLevel: 'none' });
  const died = new Promise<never>((_, fail) => {
    worker.once('died', () => fail(new Error('it crashed in the DTLS handshake or after')));
  });
  try {
    const router = await worker.createRouter({
      mediaCodecs: [{ ...opus, preferredPayloadType: payloadType }],
    });
    const listenInfos = [{ protocol: 'udp', ip: '127.0.0.1' } as const];
    const transport = await router.createWebRtcTransport({ listenInfos });
    const producer = await transport.produce({
      kind: 'audio',
      rtpParameters: { codecs: [{ ...opus, payloadType }], encodings: [{ ssrc }] },
    });
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities: { codecs: [{ ...opus, preferredPayloadType: payloadType }] },
    });
    const returnedSsrc = consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0;
    await Promise.race([died, exchangeAudio(transport, returnedSsrc)]);
  } finally {
    worker.close();
  }
}

/** Resolves when a packet that was sent encrypted has come back encrypted. */
async function exchangeAudio(transport: WebRtcTransport, returnedSsrc: number): Promise<void> {
  const client = new PeerConnection('worker check', { iceServers: [], bindAddress: '127.0.0.1' });
  const audio = new Audio('0', 'SendRecv');
  audio.addOpusCodec(payloadType);
  audio.addSSRC(ssrc, 'check');
  const track = client.addTrack(audio);
  let sequenceNumber = 0;
  let sending: NodeJS.Timeout | undefined;
  try {
    const returned = new Promise<void>((resolve) => track.onMessage(() => resolve()));
    track.onOpen(() => {
      sending = setInterval(() => track.sendMessageBinary(rtpPacket(++sequenceNumber)), packetIntervalMs);
    });
    const offer = new Promise<string>((resolve) => client.onLocalDescription((sdp) => resolve(sdp)));
    client.setLocalDescription();
    const value = /^a=fingerprint:sha-256 (\S+)/im.exec(await offer)?.[1] ?? '';
    await transport.connect({
      dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] },
    });
    client.setRemoteDescription(answerOf(transport, returnedSsrc), 'answer');
    await returned;
  } finally {
    clearInterval(sending);
    client.close();
  }
}

function rtpPacket(sequenceNumber: number): Buffer {
  const packet = Buffer.alloc(12 + 40);
  packet[0] = 0x80;
  packet[1] = payloadType;
  packet.writeUInt16BE(sequenceNumber, 2);
  packet.writeUInt32BE(sequenceNumber * 960, 4);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}

/** The worker's side as SDP. `setup:passive`: the client begins the DTLS handshake, as browsers do. */
function answerOf(transport: WebRtcTransport, returnedSsrc: number): string {
  const { iceParameters, iceCandidates, dtlsParameters } = transport;
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    `m=audio 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    'a=sendrecv',
    'a=rtcp-mux',
    `a=rtpmap:${payloadType} opus/48000/2`,
    `a=ssrc:${returnedSsrc} cname:worker`,
    'a=setup:passive',
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    `a=fingerprint:sha-256 ${fingerprint?.value}`,
    ...iceCandidates.map(
      ({ foundation, priority, ip, port }) =>
        `a=candidate:${foundation} 1 UDP ${priority} ${ip} ${port} typ host`,
    ),
    '',
  ].join('\r\n');
}
