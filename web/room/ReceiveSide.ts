import type { types } from 'mediasoup-client';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { ConsumerView, VideoCodec } from '../../media/contracts/signalling.ts';
import type { Events } from './Events.ts';
import type { RoomEvents, ShownTile } from './roomTypes.ts';
import type { Signalling } from './Signalling.ts';

/** `consumer` is absent while mediasoup-client still prepares it. */
type Received = { view: ConsumerView; consumer?: types.Consumer };

const keyOf = (peerId: string, source: MediaSource) => `${peerId}/${source}`;

/** What this page receives, and what of it is shown. Tiles are known by peer and source: consumers come and go. */
export class ReceiveSide {
  readonly #events: Events<RoomEvents>;
  readonly #consumers = new Map<string, Received>();
  readonly #shown = new Map<string, ShownTile>();
  /** What the page has been told of and not to forget yet, by peer and source. */
  readonly #told = new Map<string, { peerId: string; source: MediaSource }>();
  /** Ended before the page was told that they are there. */
  readonly #ended = new Set<string>();
  readonly #onDecodable: (decodable: VideoCodec[]) => void;
  #open: { transport: types.Transport; signalling: Signalling } | undefined;

  /** @param onDecodable hears what everybody in the room can decode */
  constructor(events: Events<RoomEvents>, onDecodable: (decodable: VideoCodec[]) => void) {
    this.#events = events;
    this.#onDecodable = onDecodable;
  }

  get transport(): types.Transport | undefined {
    return this.#open?.transport;
  }

  /** What brings tracks that others send now. */
  get receivers(): RTCRtpReceiver[] {
    return [...this.#consumers.values()].flatMap(({ view, consumer }) =>
      view.producerPaused ? [] : (consumer?.rtpReceiver ?? []),
    );
  }

  /** Receives everything that the others send over a new transport. */
  async open(device: types.Device, options: types.TransportOptions, signalling: Signalling): Promise<void> {
    // What is shown stays until it is known what there is on the new one.
    this.#end();
    const transport = device.createRecvTransport(options);
    this.#open = { transport, signalling };
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      signalling
        .request('connectTransport', { transportId: transport.id, dtlsParameters })
        .then(done, failed);
    });
    await this.sync(device.recvRtpCapabilities);
  }

  /** Takes up every consumer that the node has for this page and drops those that it has no longer. */
  async sync(rtpCapabilities: types.RtpCapabilities): Promise<void> {
    const open = this.#open;
    if (!open) return;
    // What is told meanwhile is newer than the answer, and not in it.
    const before = [...this.#consumers.keys()];
    const { consumers, decodable } = await open.signalling.request('startConsuming', { rtpCapabilities });
    if (this.#open !== open) return;
    this.#onDecodable(decodable);
    const present = new Set(consumers.map(({ id }) => id));
    for (const { id, producerPaused } of consumers) this.setPaused(id, producerPaused);
    const adding = this.add(consumers);
    for (const id of before) if (!present.has(id)) this.remove(id);
    for (const key of [...this.#told.keys()]) this.#forgetUnlessReplaced(key);
    await adding;
  }

  /** Takes up consumers; they begin to flow once their tracks are attached. */
  async add(views: ConsumerView[]): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const fresh = views.filter(({ id }) => !this.#consumers.has(id) && !this.#ended.delete(id));
    for (const view of fresh) this.#consumers.set(view.id, { view: { ...view } });
    const added = await Promise.all(fresh.map(({ id }) => this.#consume(open.transport, id)));
    if (this.#open !== open) return;
    const consumerIds = added.filter((id) => id !== undefined);
    if (consumerIds.length === 0) return;
    await open.signalling.request('resumeConsumers', { consumerIds });
  }

  remove(consumerId: string): void {
    const received = this.#consumers.get(consumerId);
    this.#consumers.delete(consumerId);
    if (!received) return void this.#ended.add(consumerId);
    received.consumer?.close();
    this.#forgetUnlessReplaced(keyOf(received.view.peerId, received.view.source));
  }

  setPaused(consumerId: string, paused: boolean): void {
    const received = this.#consumers.get(consumerId);
    if (!received || received.view.producerPaused === paused) return;
    received.view.producerPaused = paused;
    const { peerId, source } = received.view;
    if (received.consumer) this.#events.emit('trackPaused', { peerId, source, paused });
  }

  find(consumerId: string): ConsumerView | undefined {
    return this.#consumers.get(consumerId)?.view;
  }

  /** Remembers how a video is shown and tells the node; holds for later consumers of the same peer and source too. */
  async show(peerId: string, source: MediaSource, tile: ShownTile): Promise<void> {
    this.#shown.set(keyOf(peerId, source), tile);
    for (const received of this.#consumers.values()) {
      const { view, consumer } = received;
      if (consumer && view.peerId === peerId && view.source === source) await this.#tellShown(view);
    }
  }

  forgetPeer(peerId: string): void {
    for (const [id, received] of [...this.#consumers]) if (received.view.peerId === peerId) this.remove(id);
    for (const key of [...this.#shown.keys()]) if (key.startsWith(`${peerId}/`)) this.#shown.delete(key);
  }

  closeTransport(): void {
    this.#end();
    for (const key of [...this.#told.keys()]) this.#forgetUnlessReplaced(key);
  }

  #end(): void {
    const open = this.#open;
    this.#open = undefined;
    for (const { consumer } of this.#consumers.values()) consumer?.close();
    this.#consumers.clear();
    this.#ended.clear();
    open?.transport.close();
  }

  /** While another consumer brings it, or is about to, its tile stays where it is. */
  #forgetUnlessReplaced(key: string): void {
    const told = this.#told.get(key);
    const views = [...this.#consumers.values()].map(({ view }) => view);
    if (!told || views.some(({ peerId, source }) => keyOf(peerId, source) === key)) return;
    this.#told.delete(key);
    this.#events.emit('trackRemoved', told);
  }

  async #consume(transport: types.Transport, consumerId: string): Promise<string | undefined> {
    const received = this.#consumers.get(consumerId);
    if (!received) return undefined;
    const { id, producerId, kind, peerId, source } = received.view;
    const rtpParameters = received.view.rtpParameters as unknown as types.RtpParameters;
    const consumer = await transport
      .consume({ id, producerId, kind, rtpParameters })
      .catch((error: unknown) => {
        if (transport.closed) return undefined;
        throw error;
      });
    // Closed by the node, or together with the transport, while it was being prepared.
    if (!consumer || transport.closed || this.#consumers.get(id) !== received) {
      consumer?.close();
      return undefined;
    }
    received.consumer = consumer;
    const paused = received.view.producerPaused;
    this.#told.set(keyOf(peerId, source), { peerId, source });
    this.#events.emit('trackAdded', { peerId, source, track: consumer.track, paused });
    if (kind === 'video') await this.#tellShown(received.view);
    return id;
  }

  async #tellShown({ id, peerId, source }: ConsumerView): Promise<void> {
    const tile = this.#shown.get(keyOf(peerId, source));
    if (tile === undefined || !this.#open) return;
    await this.#open.signalling.request('showConsumer', { consumerId: id, tile }).catch((error: unknown) => {
      // The consumer closed meanwhile.
      if (this.#consumers.has(id)) throw error;
    });
  }
}
