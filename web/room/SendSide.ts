import type { types } from 'mediasoup-client';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { VideoCodec } from '../../media/contracts/signalling.ts';
import { limitSending } from './quality/limitSending.ts';
import type { LocalTracks } from './roomTypes.ts';
import { sendOptions } from './sendOptions.ts';
import type { Signalling } from './Signalling.ts';
import { chooseVideoCodec, codecOf, encodesSvc, sendableCodecs } from './videoCodec.ts';

type Sent = { track: MediaStreamTrack; paused: boolean; producer?: types.Producer | undefined };

/**
 * What this page sends. It remembers what is meant to be sent apart from the producers that carry it now, so that
 * everything, muting above all, is the same on the next transport.
 */
export class SendSide {
  readonly #sources = new Map<MediaSource, Sent>();
  readonly #onChange: (tracks: LocalTracks) => void;
  readonly #renewals = new Map<MediaSource, Promise<void>>();
  /** Until the node has said what everybody can decode. */
  #decodable: readonly VideoCodec[] = ['VP8'];
  /** The most lines of the camera that may be sent. */
  #mostLines: number | undefined;
  readonly #onLost: (source: MediaSource, paused: boolean) => void;
  #open: { device: types.Device; transport: types.Transport; signalling: Signalling } | undefined;

  /** @param onLost hears that a track ended by itself: its device is gone, or was taken away. */
  constructor(
    onChange: (tracks: LocalTracks) => void,
    onLost: (source: MediaSource, paused: boolean) => void,
  ) {
    this.#onChange = onChange;
    this.#onLost = onLost;
  }

  get tracks(): LocalTracks {
    return Object.fromEntries(
      [...this.#sources].map(([source, { track, paused }]) => [source, { track, paused }]),
    );
  }

  get transport(): types.Transport | undefined {
    return this.#open?.transport;
  }

  /** Sends everything that is meant to be sent over a new transport. */
  async open(device: types.Device, options: types.TransportOptions, signalling: Signalling): Promise<void> {
    this.closeTransport();
    const transport = device.createSendTransport(options);
    this.#open = { device, transport, signalling };
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      signalling
        .request('connectTransport', { transportId: transport.id, dtlsParameters })
        .then(done, failed);
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const source = appData.source as MediaSource;
      // Asked at this moment and not before: someone may have muted while the transport opened.
      const paused = this.#sources.get(source)?.paused ?? true;
      const data = { transportId: transport.id, source, kind, rtpParameters, paused };
      signalling.request('produce', data).then(({ producerId }) => done({ id: producerId }), failed);
    });
    await Promise.all([...this.#sources.keys()].map((source) => this.#produce(source)));
  }

  /** Begins to send `track`, in place of what was sent from this source before. The track is ours from now on. */
  async publish(source: MediaSource, track: MediaStreamTrack, { paused = false } = {}): Promise<void> {
    const before = this.#sources.get(source);
    before?.track.stop();
    track.enabled = !paused;
    track.addEventListener('ended', () => {
      const now = this.#sources.get(source);
      if (now?.track !== track) return;
      void this.unpublish(source);
      this.#onLost(source, now.paused);
    });
    const sent: Sent = { track, paused, producer: before?.producer };
    this.#sources.set(source, sent);
    this.#onChange(this.tracks);
    if (!before?.producer || before.producer.closed) return this.#produce(source);
    await before.producer.replaceTrack({ track });
    await this.#limit(source);
    if (before.paused !== paused) await this.#sendPaused(sent);
  }

  /** Mutes or unmutes. Muting takes effect here at once, whatever the network does. */
  async setPaused(source: MediaSource, paused: boolean): Promise<void> {
    const sent = this.#sources.get(source);
    if (!sent || sent.paused === paused) return;
    sent.paused = paused;
    sent.track.enabled = !paused;
    this.#onChange(this.tracks);
    await this.#sendPaused(sent);
  }

  /** Sends a source by a new producer in place of the one that does not do its work; muted stays muted. */
  async renew(source: MediaSource): Promise<void> {
    const renewal =
      this.#renewals.get(source) ?? this.#renew(source).finally(() => this.#renewals.delete(source));
    this.#renewals.set(source, renewal);
    await renewal;
  }

  /** Follows what everybody in the room can decode: what somebody cannot see is sent anew in another codec. */
  async setDecodable(decodable: readonly VideoCodec[]): Promise<void> {
    this.#decodable = decodable;
    const unseen = [...this.#sources].filter(([source, { producer }]) => this.#isUnseen(source, producer));
    await Promise.all(unseen.map(([source]) => this.renew(source)));
  }

  /** Whether somebody cannot decode it, and there is another codec to send it in. */
  #isUnseen(source: MediaSource, producer: types.Producer | undefined): boolean {
    const open = this.#open;
    if (!open || producer?.kind !== 'video') return false;
    const codec = codecOf(producer);
    const wish = { decodable: this.#decodable, sendable: sendableCodecs(open.device), svc: true };
    const better = chooseVideoCodec(source, wish);
    return !wish.decodable.some((known) => known === codec) && better !== undefined && better !== codec;
  }

  /** Sends no more lines of the camera than that; undefined lifts the limit. */
  async limitLines(mostLines: number | undefined): Promise<void> {
    this.#mostLines = mostLines;
    await this.#limit('camera', true);
  }

  /** Stops sending and releases the device, so that its light goes out. A screen takes its sound with it. */
  async unpublish(source: MediaSource): Promise<void> {
    const sound = source === 'screen' ? this.unpublish('screenAudio') : undefined;
    await Promise.all([this.#unpublish(source), sound]);
  }

  async #unpublish(source: MediaSource): Promise<void> {
    const sent = this.#sources.get(source);
    if (!sent) return;
    this.#sources.delete(source);
    sent.track.stop();
    this.#onChange(this.tracks);
    if (sent.producer) await this.#closeProducer(sent.producer);
  }

  closeTransport(): void {
    this.#open?.transport.close();
    this.#open = undefined;
    for (const sent of this.#sources.values()) sent.producer = undefined;
  }

  close(): void {
    this.closeTransport();
    for (const { track } of this.#sources.values()) track.stop();
    this.#sources.clear();
    this.#onChange({});
  }

  /** The node lets the second producer of a source take the place of the first, so that nothing is missed between. */
  async #renew(source: MediaSource): Promise<void> {
    const sent = this.#sources.get(source);
    // What the system has muted sends nothing, by whatever producer.
    if (!sent?.producer || sent.track.muted) return;
    const former = sent.producer;
    await this.#produce(source);
    former.close();
  }

  async #produce(source: MediaSource): Promise<void> {
    const open = this.#open;
    const svc = source === 'screen' && (await encodesSvc());
    const sent = this.#sources.get(source);
    if (!open || open !== this.#open || !sent || sent.track.readyState === 'ended') return;
    const { track } = sent;
    const wish = { decodable: this.#decodable, sendable: sendableCodecs(open.device), svc };
    const producer = await this.#unlessReplaced(open.transport, () =>
      open.transport.produce({
        ...sendOptions(source, open.device, chooseVideoCodec(source, wish)),
        track,
        // Tracks outlive producers: the next transport sends the same ones.
        stopTracks: false,
        appData: { source },
      }),
    );
    if (!producer) return;
    const now = this.#sources.get(source);
    if (!now) return this.#closeProducer(producer);
    now.producer = producer;
    if (now.track !== track) await producer.replaceTrack({ track: now.track });
    await this.#limit(source);
    await this.#sendPaused(now);
    // Someone who cannot decode it came while it was being opened.
    if (this.#isUnseen(source, producer)) await this.#renew(source);
  }

  async #limit(source: MediaSource, lift = false): Promise<void> {
    const producer = this.#sources.get(source)?.producer;
    const open = this.#open;
    if (source !== 'camera' || !open || !producer || producer.closed) return;
    if (this.#mostLines === undefined && !lift) return;
    await this.#unlessReplaced(open.transport, () => limitSending(producer, this.#mostLines));
  }

  async #sendPaused({ producer, paused }: Sent): Promise<void> {
    const open = this.#open;
    if (!open || !producer || producer.closed) return;
    if (paused) producer.pause();
    else producer.resume();
    await this.#unlessReplaced(open.transport, () =>
      open.signalling.request('setProducerPaused', { producerId: producer.id, paused }),
    );
  }

  async #closeProducer(producer: types.Producer): Promise<void> {
    const open = this.#open;
    producer.close();
    if (!open) return;
    await this.#unlessReplaced(open.transport, () =>
      open.signalling.request('closeProducer', { producerId: producer.id }),
    );
  }

  /** A failure on a transport that was closed meanwhile is none: the next one starts from what is meant to be sent. */
  async #unlessReplaced<Result>(
    transport: types.Transport,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (transport.closed || this.#open?.transport !== transport) return undefined;
      throw error;
    }
  }
}
