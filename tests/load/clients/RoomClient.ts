import { randomInt } from 'node:crypto';
import type { MediaSource } from '../../../media/contracts/facts.ts';
import type {
  ConsumerView,
  MediaSetup,
  RequestData,
  ResponseData,
} from '../../../media/contracts/signalling.ts';
import { formatsOf, type MimeType } from './formats.ts';
import { RecvTransport } from './RecvTransport.ts';
import { transportParameters } from './sdp.ts';
import { SendTransport } from './SendTransport.ts';
import { SignallingClient } from './SignallingClient.ts';

export interface Sending {
  producerId: string;
  ssrc: number;
  payloadType: number;
  /** Sends the stream's next packet. */
  next: () => void;
}

type Place = Omit<ResponseData<'join'>, 'media'>;

interface OpenMedia {
  setup: MediaSetup;
  send: SendTransport;
  recv: RecvTransport;
}

export interface RoomClientOptions {
  url: string;
  ticket: string;
  /** Whether consumers are resumed as soon as they can be received; otherwise the test does it. */
  resume?: boolean;
  /** Which tab this is, and whether it takes over from another. */
  page?: RequestData<'join'>;
}

const kindOf = { microphone: 'audio', screenAudio: 'audio', camera: 'video', screen: 'video' } as const;
const intervalMs = { audio: 20, video: 33 } as const;

/** A page without a page: signals, sends synthetic media and counts what it receives. */
export class RoomClient {
  readonly consumers = new Map<string, ConsumerView>();
  readonly #url: string;
  readonly #resume: boolean;
  readonly #sources = new Set<MediaSource>();
  #signalling: SignallingClient;
  #place: Place;
  #media: OpenMedia | undefined;

  private constructor(options: RoomClientOptions, signalling: SignallingClient, place: Place) {
    this.#url = options.url;
    this.#resume = options.resume ?? true;
    this.#signalling = signalling;
    this.#place = place;
    this.#listen();
  }

  /** Enters the room, opens both transports and says that it can receive. */
  static async join(options: RoomClientOptions): Promise<RoomClient> {
    const signalling = await SignallingClient.connect(options.url, { ticket: options.ticket });
    const { media, ...place } = await signalling.request('join', options.page ?? {});
    const client = new RoomClient(options, signalling, place);
    await client.#open(media);
    return client;
  }

  get signalling(): SignallingClient {
    return this.#signalling;
  }

  get place(): Place {
    return this.#place;
  }

  get media(): OpenMedia {
    if (!this.#media) throw new Error('media is not open');
    return this.#media;
  }

  /** Packets received of what a source of any other peer sends. */
  packets(source: MediaSource): number {
    const ofSource = [...this.consumers.values()].filter((consumer) => consumer.source === source);
    return ofSource.reduce((sum, consumer) => sum + this.packetsOf(consumer), 0);
  }

  packetsOf(consumer: ConsumerView): number {
    return ssrcsOf(consumer).reduce((sum, ssrc) => sum + (this.#media?.recv.packets(ssrc) ?? 0), 0);
  }

  /** Announces a stream without sending anything yet. */
  async produce(source: MediaSource, paused = false, codec?: MimeType): Promise<Sending> {
    const { setup, send } = this.media;
    const kind = kindOf[source];
    const ssrc = randomInt(1, 2 ** 31);
    const rtpParameters = formatsOf(setup.routerRtpCapabilities).rtpParameters(kind, ssrc, codec);
    const transportId = setup.sendTransport.id;
    const { producerId } = await this.#signalling.request('produce', {
      transportId,
      source,
      kind,
      rtpParameters,
      paused,
    });
    const payloadType = rtpParameters.codecs[0]?.payloadType ?? 0;
    return { producerId, ssrc, payloadType, next: send.stream(kind, ssrc) };
  }

  /** Announces a stream and sends it at its usual pace; after a `mediaReset` it does so again by itself. */
  async publish(source: MediaSource): Promise<Sending & { stop: () => void }> {
    this.#sources.add(source);
    const sending = await this.produce(source);
    const stop = this.media.send.keepSending(sending.next, intervalMs[kindOf[source]]);
    return { ...sending, stop };
  }

  /** Comes back to its place over a new socket; media stays as it is. */
  async resume(): Promise<void> {
    const { peerId, resumeToken } = this.#place;
    this.#signalling.close();
    this.#signalling = await SignallingClient.connect(this.#url, { peerId, resumeToken });
    this.#listen();
    // What was asked over the socket before may not have been heard.
    const consumerIds = [...this.consumers.keys()];
    if (this.#resume) await this.#signalling.request('resumeConsumers', { consumerIds });
  }

  async leave(): Promise<void> {
    await this.#signalling.request('leave', {});
    this.close();
  }

  close(): void {
    this.#closeMedia();
    this.#signalling.close();
  }

  #listen() {
    const signalling = this.#signalling;
    signalling.on('newConsumer', ({ consumer }) => {
      void this.#receive([consumer]).catch((error: unknown) => {
        // Who left, lost the socket or opens media anew is not answered.
        if (signalling.socket.connected && this.consumers.has(consumer.id)) throw error;
      });
    });
    this.#signalling.on('consumerClosed', ({ consumerId }) => this.consumers.delete(consumerId));
    // When the new router dies too, opening fails and another `mediaReset` follows.
    this.#signalling.on('mediaReset', () => void this.reopen().catch(() => undefined));
    this.#signalling.on('closed', () => this.#closeMedia());
  }

  async #open(setup: MediaSetup) {
    const formats = formatsOf(setup.routerRtpCapabilities);
    const connect = (transportId: string) => (dtlsParameters: Record<string, unknown>) =>
      this.#signalling.request('connectTransport', { transportId, dtlsParameters });
    const [send, recv] = await Promise.all([
      SendTransport.create(
        transportParameters.parse(setup.sendTransport),
        formats,
        connect(setup.sendTransport.id),
      ),
      RecvTransport.create(
        transportParameters.parse(setup.recvTransport),
        formats,
        connect(setup.recvTransport.id),
      ),
    ]);
    this.#media = { setup, send, recv };
    const { rtpCapabilities } = formats;
    const { consumers } = await this.#signalling.request('startConsuming', { rtpCapabilities });
    await this.#receive(consumers);
  }

  /** New transports and everything on them anew, as after the router was replaced. */
  async reopen(): Promise<void> {
    this.#closeMedia();
    await this.#open(await this.#signalling.request('reopenMedia', {}));
    for (const source of this.#sources) await this.publish(source);
  }

  async #receive(consumers: ConsumerView[]) {
    const fresh = consumers.filter(({ id }) => !this.consumers.has(id));
    for (const consumer of fresh) {
      this.consumers.set(consumer.id, consumer);
      this.#media?.recv.receive(consumer.kind, ssrcsOf(consumer));
    }
    if (this.#resume && fresh.length > 0) {
      await this.#signalling.request('resumeConsumers', { consumerIds: fresh.map(({ id }) => id) });
    }
  }

  #closeMedia() {
    this.consumers.clear();
    this.#media?.send.close();
    this.#media?.recv.close();
    this.#media = undefined;
  }
}

function ssrcsOf({ rtpParameters }: ConsumerView): number[] {
  return (rtpParameters.encodings as { ssrc: number }[]).map(({ ssrc }) => ssrc);
}
