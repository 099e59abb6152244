import type { types } from 'mediasoup-client';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { LocalTracks } from './roomTypes.ts';
import { sendOptions } from './sendOptions.ts';
import type { Signalling } from './Signalling.ts';

type Sent = { track: MediaStreamTrack; paused: boolean; producer?: types.Producer | undefined };

/**
 * What this page sends. It remembers what is meant to be sent apart from the producers that carry it now, so that
 * everything, muting above all, is the same on the next transport.
 */
export class SendSide {
  readonly #sources = new Map<MediaSource, Sent>();
  readonly #onChange: (tracks: LocalTracks) => void;
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

  /** Stops sending and releases the device, so that its light goes out. */
  async unpublish(source: MediaSource): Promise<void> {
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

  async #produce(source: MediaSource): Promise<void> {
    const open = this.#open;
    const sent = this.#sources.get(source);
    if (!open || !sent || sent.track.readyState === 'ended') return;
    const { track } = sent;
    const producer = await this.#unlessReplaced(open.transport, () =>
      open.transport.produce({
        ...sendOptions(source, open.device),
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
    await this.#sendPaused(now);
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
