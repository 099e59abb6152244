import type { MediaSource } from './contracts/facts.ts';
import type { ConsumerView, MediaSetup } from './contracts/signalling.ts';
import {
  ortc,
  type Producer,
  type Router,
  type RtpCapabilities,
  type RtpParameters,
  type WebRtcTransport,
} from './mediasoup.ts';
import { openOn } from './openOn.ts';
import type { RoomMedia } from './RoomMedia.ts';
import { SignallingError } from './SignallingError.ts';
import { type Send, Subscription } from './Subscription.ts';

export type PublishedProducer = Producer<{ peerId: string; source: MediaSource }>;

export interface Publication {
  source: MediaSource;
  kind: 'audio' | 'video';
  rtpParameters: RtpParameters;
  paused: boolean;
}

/** Enough for the highest layer of one camera before the first estimate of the bandwidth (bit/s). */
const initialOutgoingBitrate = 1_000_000;
/** Where two talk by turns, each keeps the favour for this long; who goes on speaking is told of twice a second. */
const favourForMs = 2_000;

/** What one peer sends and receives while its room is on one router. The peer outlives it. */
export class PeerMedia {
  readonly #peerId: string;
  readonly #router: Router;
  readonly #sendTransport: WebRtcTransport;
  readonly #recvTransport: WebRtcTransport;
  readonly #send: Send;
  readonly #producers = new Map<MediaSource, PublishedProducer>();
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #byProducer = new WeakMap<PublishedProducer, Subscription>();
  /** By producer id, so that two ways of learning of a producer never lead to two consumers. */
  readonly #consuming = new Map<string, Promise<Subscription | undefined>>();
  #rtpCapabilities: RtpCapabilities | undefined;
  #speakerId: string | null = null;
  #favouredMs = -Infinity;

  private constructor(peerId: string, router: Router, transports: WebRtcTransport[], send: Send) {
    const [sendTransport, recvTransport] = transports as [WebRtcTransport, WebRtcTransport];
    this.#peerId = peerId;
    this.#router = router;
    this.#sendTransport = sendTransport;
    this.#recvTransport = recvTransport;
    this.#send = send;
    // A page that ended its DTLS cannot come back on it. Closing frees its address in the worker, which would
    // answer whoever gets the same port next in the name of this transport.
    for (const transport of transports) {
      transport.on('dtlsstatechange', (state) => {
        if (state === 'closed' || state === 'failed') this.close();
      });
    }
    // The first way is no other one.
    recvTransport.once('iceselectedtuplechange', () =>
      recvTransport.on('iceselectedtuplechange', () => this.#cameByAnotherWay()),
    );
  }

  static async create(peerId: string, { router, webRtcServer }: RoomMedia, send: Send): Promise<PeerMedia> {
    const open = () =>
      openOn(router, () =>
        router.createWebRtcTransport({
          webRtcServer,
          preferUdp: true,
          initialAvailableOutgoingBitrate: initialOutgoingBitrate,
        }),
      );
    return new PeerMedia(peerId, router, await Promise.all([open(), open()]), send);
  }

  get router(): Router {
    return this.#router;
  }

  get closed(): boolean {
    return this.#sendTransport.closed;
  }

  get producers(): Iterable<PublishedProducer> {
    return this.#producers.values();
  }

  /** The path by which a direction goes: its id, whether it stands, and what has come over it (bytes). */
  path(direction: 'send' | 'recv'): { id: string; connected: boolean; bytesReceived: () => Promise<number> } {
    const transport = direction === 'send' ? this.#sendTransport : this.#recvTransport;
    return {
      id: transport.id,
      connected:
        transport.dtlsState === 'connected' &&
        (transport.iceState === 'connected' || transport.iceState === 'completed'),
      bytesReceived: async () => (await transport.getStats())[0]?.bytesReceived ?? 0,
    };
  }

  /** What the page needs to open its end. */
  setup(): MediaSetup {
    return {
      routerRtpCapabilities: { ...this.#router.rtpCapabilities },
      sendTransport: view(this.#sendTransport),
      recvTransport: view(this.#recvTransport),
    };
  }

  /** @throws SignallingError `not_found`. */
  transport(id: string): WebRtcTransport {
    return found([this.#sendTransport, this.#recvTransport].find((transport) => transport.id === id));
  }

  /** @throws SignallingError `not_found`. */
  producer(id: string): PublishedProducer {
    return found([...this.#producers.values()].find((producer) => producer.id === id));
  }

  subscription(consumerId: string): Subscription | undefined {
    return this.#subscriptions.get(consumerId);
  }

  /** Whether video that the page shows is held back because no more gets through to it. */
  get heldBack(): boolean {
    return [...this.#subscriptions.values()].some(({ heldBack }) => heldBack);
  }

  subscriptionTo(producer: PublishedProducer): Subscription | undefined {
    return this.#byProducer.get(producer);
  }

  /** Who speaks keeps their picture longest while bandwidth is short; whoever spoke last keeps that place in silence. */
  favour(speakerId: string | null): void {
    const nowMs = performance.now();
    if (speakerId === null || speakerId === this.#speakerId || nowMs - this.#favouredMs < favourForMs) return;
    this.#favouredMs = nowMs;
    this.#speakerId = speakerId;
    for (const subscription of this.#subscriptions.values()) {
      subscription.setSpeaking(subscription.producer.appData.peerId === speakerId);
    }
  }

  /**
   * Takes the place of what was sent of the source before.
   * @returns also the former picture, which goes on until it is closed; former sound ends at once.
   * @throws SignallingError `bad_request`, `media_unavailable`.
   */
  async produce(
    transportId: string,
    { source, kind, rtpParameters, paused }: Publication,
  ): Promise<{ producer: PublishedProducer; former: PublishedProducer | undefined }> {
    if (transportId !== this.#sendTransport.id) {
      throw new SignallingError('not_found', 'that is not the transport to send on');
    }
    const appData = { peerId: this.#peerId, source };
    const producer = await openOn(this.#sendTransport, () =>
      this.#sendTransport.produce({ kind, rtpParameters, paused, appData }),
    );
    const former = this.#producers.get(source);
    if (kind === 'audio') former?.close();
    this.#producers.set(source, producer);
    producer.observer.once('close', () => {
      if (this.#producers.get(source) === producer) this.#producers.delete(source);
    });
    return { producer, former };
  }

  /**
   * From now on the page can be given consumers.
   * @throws SignallingError `bad_request`.
   */
  startConsuming(rtpCapabilities: RtpCapabilities): void {
    try {
      ortc.validateAndNormalizeRtpCapabilities(rtpCapabilities);
    } catch {
      throw new SignallingError('bad_request', 'these are not RTP capabilities');
    }
    this.#rtpCapabilities = rtpCapabilities;
  }

  /**
   * Opens the consumer of another peer's producer, or finds the one that is open.
   * @returns nothing when the page cannot decode it or has not said what it can, or either side closed meanwhile.
   */
  async consume(producer: PublishedProducer): Promise<{ view: ConsumerView; fresh: boolean } | undefined> {
    if (!this.#rtpCapabilities || producer.closed || this.closed) return;
    const known = this.#consuming.get(producer.id);
    const consuming = known ?? this.#subscribe(producer, this.#rtpCapabilities);
    if (!known) this.#consuming.set(producer.id, consuming);
    const subscription = await consuming.catch((error: unknown) => {
      this.#consuming.delete(producer.id);
      // The one consumed or the one consuming went away while the consumer was being opened.
      if (!producer.closed && !this.closed) throw error;
    });
    if (!subscription || subscription.consumer.closed) return void this.#consuming.delete(producer.id);
    return { view: subscription.view(), fresh: !known };
  }

  /** Opens a new consumer in place of one that does not do its work; the page has the new one before that goes. */
  async renew(producer: PublishedProducer): Promise<void> {
    const former = this.#byProducer.get(producer)?.consumer;
    this.#consuming.delete(producer.id);
    const renewed = await this.consume(producer);
    if (renewed) this.#send('newConsumer', { consumer: renewed.view });
    if (!former || former.closed) return;
    former.close();
    this.#send('consumerClosed', { consumerId: former.id });
  }

  /** Of what was lost between the ways a page asks for pictures again only after seconds; here it is known at once. */
  #cameByAnotherWay(): void {
    for (const subscription of this.#subscriptions.values()) {
      // What closed meanwhile needs no picture.
      subscription.nudge().catch(() => undefined);
    }
  }

  async #subscribe(producer: PublishedProducer, rtpCapabilities: RtpCapabilities) {
    if (!this.#router.canConsume({ producerId: producer.id, rtpCapabilities })) return;
    const subscription = await Subscription.create(
      this.#recvTransport,
      producer,
      rtpCapabilities,
      this.#send,
    );
    const { consumer } = subscription;
    this.#subscriptions.set(consumer.id, subscription);
    this.#byProducer.set(producer, subscription);
    subscription.setSpeaking(producer.appData.peerId === this.#speakerId);
    const forget = () => {
      this.#subscriptions.delete(consumer.id);
      // Another one may have taken its place.
      if (this.#byProducer.get(producer) !== subscription) return;
      this.#consuming.delete(producer.id);
      this.#byProducer.delete(producer);
    };
    consumer.observer.once('close', forget);
    if (consumer.closed) forget();
    return subscription;
  }

  /** Ends all that this peer sends and receives. */
  close(): void {
    this.#sendTransport.close();
    this.#recvTransport.close();
  }
}

function found<T>(thing: T | undefined): T {
  if (!thing) throw new SignallingError('not_found', 'there is no such thing, or it closed');
  return thing;
}

function view(transport: WebRtcTransport): MediaSetup['sendTransport'] {
  return {
    id: transport.id,
    iceParameters: { ...transport.iceParameters },
    iceCandidates: transport.iceCandidates.map((candidate) => ({ ...candidate })),
    dtlsParameters: { ...transport.dtlsParameters },
  };
}
