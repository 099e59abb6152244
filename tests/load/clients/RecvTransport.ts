import type { PeerConnection, Track } from 'node-datachannel';
import type { Formats } from './formats.ts';
import { openConnection } from './openConnection.ts';
import { ssrcOf } from './rtp.ts';
import { dtlsParametersOf, sfuDescription, type MediaSection, type TransportParameters } from './sdp.ts';
import type { ConnectTransport } from './SendTransport.ts';
import { untilConnected } from './untilConnected.ts';

/** The receiving half of a client. It counts the packets of each stream. */
export class RecvTransport {
  readonly #connection: PeerConnection;
  readonly #parameters: TransportParameters;
  readonly #sections: Record<'audio' | 'video', MediaSection>;
  /** A track that nothing refers to is collected, and with it its packets. */
  readonly #tracks: Track[] = [];
  readonly #packets = new Map<number, number>();
  #version = 0;

  private constructor(parameters: TransportParameters, { payloadTypes }: Formats) {
    const section = (mid: string, kind: 'audio' | 'video'): MediaSection => ({
      mid,
      kind,
      payloadType: payloadTypes[kind],
      direction: 'sendonly',
      ssrcs: [],
    });
    this.#parameters = parameters;
    this.#sections = { audio: section('0', 'audio'), video: section('1', 'video') };
    this.#connection = openConnection('recv');
    this.#connection.onTrack((track) => {
      this.#tracks.push(track);
      track.onMessage((packet) => this.#count(packet));
    });
  }

  /** Resolves when the connection stands. */
  static async create(
    parameters: TransportParameters,
    formats: Formats,
    connect: ConnectTransport,
  ): Promise<RecvTransport> {
    const transport = new RecvTransport(parameters, formats);
    const connection = transport.#connection;
    const answered = new Promise<string>((resolve) => connection.onLocalDescription((sdp) => resolve(sdp)));
    transport.#offer();
    await untilConnected(connection, async () => connect(dtlsParametersOf(await answered)));
    return transport;
  }

  /** Lets streams in; packets of others are dropped. */
  receive(kind: 'audio' | 'video', ssrcs: number[]): void {
    this.#sections[kind].ssrcs.push(...ssrcs);
    this.#offer();
  }

  packets(ssrc: number): number {
    return this.#packets.get(ssrc) ?? 0;
  }

  /** Packets of all streams. */
  get total(): number {
    return [...this.#packets.values()].reduce((sum, count) => sum + count, 0);
  }

  close(): void {
    // Its listener would keep a track for good, and every wake-up of libuv looks at each of them.
    for (const track of this.#tracks) track.close();
    this.#connection.close();
  }

  #offer() {
    this.#version += 1;
    const { audio, video } = this.#sections;
    const sdp = sfuDescription(this.#parameters, [audio, video], 'actpass', this.#version);
    this.#connection.setRemoteDescription(sdp, 'offer');
  }

  #count(packet: Buffer) {
    const ssrc = ssrcOf(packet);
    if (ssrc !== undefined) this.#packets.set(ssrc, (this.#packets.get(ssrc) ?? 0) + 1);
  }
}
