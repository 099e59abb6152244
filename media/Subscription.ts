import type { ConsumerView, ServerEventData, ServerEventName } from './contracts/signalling.ts';
import { LayerReport } from './LayerReport.ts';
import {
  chooseLayers,
  lessAfterMs,
  layersOf,
  sameLayers,
  type LayerChoice,
  type LayeredPicture,
  type Tile,
} from './layers.ts';
import type { Consumer, RtpCapabilities, WebRtcTransport } from './mediasoup.ts';
import { openOn, unlessClosed } from './openOn.ts';
import type { PublishedProducer } from './PeerMedia.ts';
import { priorityOf } from './priorities.ts';
import { arrivalOf } from './watchFlow.ts';

export type Send = <N extends ServerEventName>(event: N, data: ServerEventData<N>) => void;

/**
 * A picture that vanishes for less than this (a layout changes, something is scrolled past) goes on flowing: stopping
 * and starting it would cost a key frame, and freeze it until that comes.
 */
const hideAfterMs = 2_000;

/** One page's reception of one producer: a consumer, and what the page wants of it. */
export class Subscription {
  readonly consumer: Consumer;
  readonly producer: PublishedProducer;
  readonly #picture: LayeredPicture;
  readonly #report: LayerReport;
  #ready = false;
  #visible = true;
  #flowing = false;
  #wantedSinceMs: number | undefined;
  #tile: Tile | undefined;
  #choice: LayerChoice | undefined;
  #speaking = false;
  #priority: number | undefined;
  #hideTimer: NodeJS.Timeout | undefined;
  #lessTimer: NodeJS.Timeout | undefined;

  private constructor(consumer: Consumer, producer: PublishedProducer, send: Send) {
    const consumerId = consumer.id;
    this.consumer = consumer;
    this.producer = producer;
    this.#picture = layersOf(producer.appData.source, producer.rtpParameters);
    this.#report = new LayerReport(
      (layers) => send('consumerLayers', { consumerId, layers }),
      () => this.#picture.screen && arrivalOf(producer)?.silentSinceMs !== undefined,
    );
    consumer.on('producerclose', () => send('consumerClosed', { consumerId }));
    for (const paused of [true, false]) {
      consumer.on(paused ? 'producerpause' : 'producerresume', () => {
        send('consumerPaused', { consumerId, paused });
        this.#want();
      });
    }
    consumer.on('layerschange', (layers) => this.#report.changed(layers));
    consumer.observer.once('close', () => {
      clearTimeout(this.#hideTimer);
      clearTimeout(this.#lessTimer);
      this.#report.close();
    });
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
    const subscription = new Subscription(consumer, producer, send);
    await subscription.#prioritise();
    return subscription;
  }

  /** Since when packets should reach the page without a break (ms, `performance.now`); nothing while they should not. */
  get wantedSinceMs(): number | undefined {
    return this.#wantedSinceMs;
  }

  view(): ConsumerView {
    return {
      id: this.consumer.id,
      producerId: this.producer.id,
      peerId: this.producer.appData.peerId,
      source: this.producer.appData.source,
      kind: this.consumer.kind,
      rtpParameters: { ...this.consumer.rtpParameters },
      producerPaused: this.producer.paused,
    };
  }

  /** Whether its sender sends the layer that the page shows, and a lower one or nothing gets through. */
  get heldBack(): boolean {
    const { type, closed, producerPaused, preferredLayers, currentLayers, score } = this.consumer;
    if (type !== 'simulcast' || closed || producerPaused || !this.#flowing) return false;
    const wanted = preferredLayers?.spatialLayer ?? 0;
    const isSent = (score.producerScores[wanted] ?? 0) > 0;
    return isSent && (currentLayers?.spatialLayer ?? -1) < wanted;
  }

  /** The page has its end open: packets may come. */
  async resume(): Promise<void> {
    this.#ready = true;
    await this.#apply();
  }

  /** Follows what the page shows: packets stop while it shows nothing, else the layers fit the tile. */
  async show(tile: Tile | null): Promise<void> {
    if (tile) {
      clearTimeout(this.#hideTimer);
      this.#hideTimer = undefined;
      this.#visible = true;
      this.#tile = tile;
      await Promise.all([this.#follow(), this.#prioritise()]);
    } else if (!this.#flowing) {
      this.#visible = false;
    } else {
      this.#hideTimer ??= setTimeout(() => this.#ignoringClosing(this.#hide()), hideAfterMs);
    }
    await this.#apply();
  }

  /** Whether its sender is the one who speaks. */
  setSpeaking(speaking: boolean): void {
    if (speaking === this.#speaking) return;
    this.#speaking = speaking;
    this.#ignoringClosing(this.#prioritise());
  }

  /** Makes it do again what it should be doing, whatever mediasoup believes. */
  async nudge(): Promise<void> {
    if (this.#wantedSinceMs === undefined) return;
    await this.consumer.resume();
    if (this.consumer.kind === 'video') await this.consumer.requestKeyFrame();
  }

  async #hide(): Promise<void> {
    this.#hideTimer = undefined;
    this.#visible = false;
    // Nothing flows that a smaller tile could take away from.
    this.#choice = undefined;
    await this.#apply();
  }

  async #follow(): Promise<void> {
    if (!this.#tile || this.consumer.closed || this.consumer.type === 'simple') return;
    const before = this.#choice?.layers;
    this.#choice = chooseLayers(this.#choice, this.#tile, this.#picture, performance.now());
    const { layers, lessSinceMs } = this.#choice;
    clearTimeout(this.#lessTimer);
    if (lessSinceMs !== undefined) {
      this.#lessTimer = setTimeout(() => this.#ignoringClosing(this.#follow()), lessAfterMs + 10);
    }
    if (before && sameLayers(before, layers)) return;
    await unlessClosed(this.consumer, () => this.consumer.setPreferredLayers(layers));
  }

  async #prioritise(): Promise<void> {
    const { source } = this.producer.appData;
    const priority = priorityOf({ source, tile: this.#tile, speaking: this.#speaking });
    if (priority === undefined || priority === this.#priority || this.consumer.closed) return;
    this.#priority = priority;
    await unlessClosed(this.consumer, () => this.consumer.setPriority(priority));
  }

  /** The worker obeys in the order asked, so a quick change of mind ends right. Resuming asks for a key frame. */
  async #apply(): Promise<void> {
    const flow = this.#ready && this.#visible;
    if (flow === this.#flowing || this.consumer.closed) return;
    this.#flowing = flow;
    this.#want();
    await unlessClosed(this.consumer, () => (flow ? this.consumer.resume() : this.consumer.pause()));
  }

  #want(): void {
    const wanted = this.#flowing && !this.consumer.producerPaused && !this.consumer.closed;
    if (!wanted) this.#wantedSinceMs = undefined;
    else this.#wantedSinceMs ??= performance.now();
    this.#report.setWanted(wanted && this.consumer.type !== 'simple');
  }

  /** mediasoup refuses only what closed meanwhile; whatever else goes wrong shows in the flow, and is repaired there. */
  #ignoringClosing(work: Promise<void>): void {
    work.catch(() => undefined);
  }
}
