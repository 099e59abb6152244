import { untilConnected } from './untilConnected.ts';
import { Audio, type PeerConnection, type Track, Video } from 'node-datachannel';
import type { Formats } from './formats.ts';
import { openConnection } from './openConnection.ts';
import { packetsOf, senderReport } from './rtp.ts';
import { dtlsParametersOf, sfuDescription, type TransportParameters } from './sdp.ts';

export type ConnectTransport = (dtlsParameters: Record<string, unknown>) => Promise<unknown>;

const payloadBytes = { audio: 80, video: 1_000 } as const;

/** The sending half of a client: real ICE, DTLS and SRTP towards a mediasoup WebRtcTransport. */
export class SendTransport {
  readonly id: string;
  readonly #connection: PeerConnection;
  readonly #tracks: Record<'audio' | 'video', Track>;
  readonly #formats: Formats;
  readonly #timers = new Set<NodeJS.Timeout>();

  private constructor(
    id: string,
    connection: PeerConnection,
    tracks: Record<'audio' | 'video', Track>,
    formats: Formats,
  ) {
    this.id = id;
    this.#connection = connection;
    this.#tracks = tracks;
    this.#formats = formats;
  }

  /** Resolves when packets can be sent. */
  static async create(
    parameters: TransportParameters,
    formats: Formats,
    connect: ConnectTransport,
  ): Promise<SendTransport> {
    const connection = openConnection('send');
    const { payloadTypes } = formats;
    const audio = new Audio('0', 'SendOnly');
    audio.addOpusCodec(payloadTypes.audio);
    const video = new Video('1', 'SendOnly');
    video.addVP8Codec(payloadTypes.video);
    const tracks = { audio: connection.addTrack(audio), video: connection.addTrack(video) };
    const offered = new Promise<string>((resolve) => connection.onLocalDescription((sdp) => resolve(sdp)));
    connection.setLocalDescription('offer');
    const offer = await offered;
    const sections = (['audio', 'video'] as const).map((kind, index) => ({
      mid: String(index),
      kind,
      payloadType: payloadTypes[kind],
      direction: 'recvonly' as const,
      ssrcs: [],
    }));
    await untilConnected(connection, async () => {
      await connect(dtlsParametersOf(offer));
      connection.setRemoteDescription(sfuDescription(parameters, sections, 'passive', 1), 'answer');
    });
    return new SendTransport(parameters.id, connection, tracks, formats);
  }

  /** A new stream; each call of what is returned sends its next packet. */
  stream(kind: 'audio' | 'video', ssrc: number): () => void {
    const next = packetsOf({
      kind,
      ssrc,
      payloadType: this.#formats.payloadTypes[kind],
      audioLevelId: kind === 'audio' ? this.#formats.audioLevelId : undefined,
      payloadBytes: payloadBytes[kind],
    });
    const track = this.#tracks[kind];
    return () => {
      if (!track.isOpen()) return;
      try {
        track.sendMessageBinary(next());
      } catch (error) {
        // libdatachannel's own threads close a track at any moment, also between the question and the sending.
        if (track.isOpen()) throw error;
      }
    };
  }

  /** Sends a packet of someone else's making as one of a stream of ours. */
  forward(kind: 'audio' | 'video', ssrc: number, packet: Buffer, payloadType: number): void {
    const track = this.#tracks[kind];
    if (!track.isOpen()) return;
    packet[1] = ((packet[1] ?? 0) & 0x80) | payloadType;
    packet.writeUInt32BE(ssrc, 8);
    track.sendMessageBinary(packet);
  }

  /** Tells when what has this timestamp of RTP was taken (ms since the epoch), as a sender does (RTCP SR; RFC 3550, 6.4.1). */
  report(
    kind: 'audio' | 'video',
    ssrc: number,
    { timestamp, wallMs }: { timestamp: number; wallMs: number },
  ): void {
    if (!this.#tracks[kind].isOpen()) return;
    this.#tracks[kind].sendMessageBinary(senderReport(ssrc, timestamp, wallMs));
  }

  /** Sends a packet now and one every `intervalMs`, until the transport closes or what is returned is called. */
  keepSending(sendNext: () => void, intervalMs: number): () => void {
    sendNext();
    const timer = setInterval(sendNext, intervalMs);
    this.#timers.add(timer);
    return () => clearInterval(timer);
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#connection.close();
  }
}
