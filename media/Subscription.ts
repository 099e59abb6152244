import type { ConsumerView, ServerEventData, ServerEventName } from './contracts/signalling.ts';
import { layerForTile, type Tile } from './layers.ts';
import type { Consumer, RtpCapabilities, WebRtcTransport } from './mediasoup.ts';
import { openOn, unlessClosed } from './openOn.ts';
import type { PublishedProducer } from './PeerMedia.ts';

export type Send = <N extends ServerEventName>(event: N, data: ServerEventData<N>) => void;

/**
 * When bandwidth is short, video of higher priority keeps its layers longer (1–255). Audio needs none: mediasoup
 * leaves it out of the sharing and always forwards it.
 */
const priorities = { screen: 200, camera: 100 } as const;

/** One page's reception of one producer: a consumer, and what the page wants of it. */
export class Subscription {
  readonly consumer: Consumer;
  readonly #producer: PublishedProducer;
  #ready = false;
  #visible = true;
  #flowing = false;

  private constructor(consumer: Consumer, producer: PublishedProducer) {
    this.consumer = consumer;
    this.#producer = producer;
  }

  /**
   * Opens a paused consumer. It tells the page by itself what happens to it from then on.
   * @throws SignallingError `bad_request`, `media_unavailable`.
   */
  static async create(
    transport: WebRtcTransport,
    producer: PublishedProducer,
    rtpCapabilities: RtpCapabilities,
    send: Send,
  ): Promise<Subscription> {
    const consumer = await openOn(transport, () =>
      transport.consume({ producerId: producer.id, rtpCapabilities, paused: true }),
    );
    const consumerId = consumer.id;
    consumer.on('producerclose', () => send('consumerClosed', { consumerId }));
    consumer.on('producerpause', () => send('consumerPaused', { consumerId, paused: true }));
    consumer.on('producerresume', () => send('consumerPaused', { consumerId, paused: false }));
    consumer.on('layerschange', (layers) => send('consumerLayers', { consumerId, layers: layers ?? null }));
    const { source } = producer.appData;
    if (source === 'screen' || source === 'camera')
      await unlessClosed(consumer, () => consumer.setPriority(priorities[source]));
    return new Subscription(consumer, producer);
  }

  view(): ConsumerView {
    return {
      id: this.consumer.id,
      producerId: this.#producer.id,
      peerId: this.#producer.appData.peerId,
      source: this.#producer.appData.source,
      kind: this.consumer.kind,
      rtpParameters: { ...this.consumer.rtpParameters },
      producerPaused: this.#producer.paused,
    };
  }

  /** The page has its end open: packets may come. */
  async resume(): Promise<void> {
    this.#ready = true;
    await this.#apply();
  }

  /** Follows what the page shows: packets stop while it shows nothing, else the layer fits the tile. */
  async show(tile: Tile | null): Promise<void> {
    this.#visible = tile !== null;
    if (tile && this.consumer.type !== 'simple') {
      const layers = this.#producer.rtpParameters.encodings?.length ?? 1;
      const spatialLayer = layerForTile(tile, layers);
      await unlessClosed(this.consumer, () => this.consumer.setPreferredLayers({ spatialLayer }));
    }
    await this.#apply();
  }

  /** The worker obeys in the order asked, so a quick change of mind ends right. Resuming asks for a key frame. */
  async #apply() {
    const flow = this.#ready && this.#visible;
    if (flow === this.#flowing || this.consumer.closed) return;
    this.#flowing = flow;
    await unlessClosed(this.consumer, () => (flow ? this.consumer.resume() : this.consumer.pause()));
  }
}
