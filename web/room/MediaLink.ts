import { Device, type types } from 'mediasoup-client';
import type { MediaSetup } from '../../media/contracts/signalling.ts';
import { ArrivalWatch } from './ArrivalWatch.ts';
import type { Events } from './Events.ts';
import { transportOptions } from './openTransport.ts';
import { pause } from './pause.ts';
import { ReceiveSide } from './ReceiveSide.ts';
import { repairIce } from './repairIce.ts';
import { SignallingError, type RoomEvents } from './roomTypes.ts';
import { SendSide } from './SendSide.ts';
import type { Signalling } from './Signalling.ts';

/** So many times media is opened anew in one place before it is given up. */
const maxFailures = 3;
const retryMs = 1_000;

type Reactions = {
  /** Whether media flows may have changed. */
  onChange: () => void;
  /** Opening failed again and again: this place, or this browser, cannot carry media. */
  onFailed: (cause: 'place' | 'browser') => void;
};

/** Both directions of media, and how they come back: new transports after a reset, new ICE after a drop. */
export class MediaLink {
  readonly send: SendSide;
  readonly receive: ReceiveSide;
  readonly #reactions: Reactions;
  readonly #arrivals: ArrivalWatch;
  #signalling: Signalling | undefined;
  #device: types.Device | undefined;
  /** Counts attempts to open; a step of an older attempt stops where it is. */
  #attempt = 0;
  #failures = 0;

  constructor(events: Events<RoomEvents>, reactions: Reactions) {
    this.send = new SendSide(
      (tracks) => events.emit('localChanged', tracks),
      (source, paused) => events.emit('trackLost', { source, paused }),
    );
    this.receive = new ReceiveSide(events, (decodable) => void this.try(this.send.setDecodable(decodable)));
    this.#arrivals = new ArrivalWatch(
      () => this.receive.receivers,
      () => void this.#signalling?.doubt(),
    );
    this.#reactions = reactions;
  }

  /** `lost` when what was open does not carry anything now. */
  get state(): 'opening' | 'open' | 'lost' {
    const states = this.#transports().map(({ connectionState }) => connectionState);
    if (states.some((state) => state === 'disconnected' || state === 'failed')) return 'lost';
    return states.length === 2 ? 'open' : 'opening';
  }

  /** Opens both directions in a place just taken. */
  async open(signalling: Signalling, setup: MediaSetup): Promise<void> {
    this.#signalling = signalling;
    this.#arrivals.begin();
    await this.#open(() => Promise.resolve(setup));
  }

  /** New transports for everything, on the room's present router. */
  async reopen(): Promise<void> {
    const signalling = this.#signalling;
    if (signalling) await this.#open(() => signalling.request('reopenMedia', {}));
  }

  /** After a drop of the socket: asks for what was missed, and media looks for its new way. */
  async resume(now: MediaSetup): Promise<void> {
    const signalling = this.#signalling;
    const { transport } = this.send;
    if (!signalling || !this.#device || !transport) return;
    // The room moved to another router while the socket was away.
    if (now.sendTransport.id !== transport.id) return this.reopen();
    const repairs = this.#transports().map((open) => repairIce(open, signalling));
    await Promise.all([this.receive.sync(this.#device.recvRtpCapabilities), ...repairs]);
  }

  /** Looks for a new way for a transport that seems to stand, but of which the node says that it does not carry. */
  async restartIce(transportId: string): Promise<void> {
    const signalling = this.#signalling;
    const doubted = this.#transports().find(({ id }) => id === transportId);
    if (doubted && signalling) await this.try(repairIce(doubted, signalling));
  }

  /** A failed step is not its caller's to mend: media is opened anew. */
  async try(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.failed(error);
    }
  }

  failed(error: unknown): void {
    if (!this.#signalling || (error instanceof SignallingError && error.code === 'closed')) return;
    if (error instanceof Error && error.name === 'UnsupportedError')
      return this.#reactions.onFailed('browser');
    const attempt = this.#attempt;
    this.#failures++;
    void pause(retryMs).then(() => {
      // A reset that came meanwhile has already begun anew.
      if (attempt !== this.#attempt) return;
      if (this.#failures <= maxFailures) return this.reopen();
      this.#failures = 0;
      this.#reactions.onFailed('place');
    });
  }

  async getStats(): Promise<{ send: RTCStatsReport | undefined; receive: RTCStatsReport | undefined }> {
    const [send, receive] = await Promise.all([
      this.send.transport?.getStats(),
      this.receive.transport?.getStats(),
    ]);
    return { send, receive };
  }

  /** The place is gone; what is meant to be sent is kept for the next one. */
  detach(): void {
    this.#attempt++;
    this.#arrivals.end();
    this.#signalling = undefined;
    this.#device = undefined;
  }

  close(): void {
    this.detach();
    this.send.close();
    this.receive.closeTransport();
  }

  async #open(setUp: () => Promise<MediaSetup>): Promise<void> {
    const attempt = ++this.#attempt;
    const overtaken = () => attempt !== this.#attempt;
    try {
      const [device, setup] = await Promise.all([Device.factory(), setUp()]);
      await device.load({ routerRtpCapabilities: setup.routerRtpCapabilities });
      const signalling = this.#signalling;
      if (overtaken() || !signalling) return;
      this.#device = device;
      const opening = [
        this.send.open(device, transportOptions(setup, 'send', signalling.iceServers), signalling),
        this.receive.open(device, transportOptions(setup, 'recv', signalling.iceServers), signalling),
      ];
      for (const transport of this.#transports()) this.#watch(transport, signalling);
      this.#reactions.onChange();
      await Promise.all(opening);
      if (!overtaken()) this.#failures = 0;
    } catch (error) {
      if (!overtaken()) this.failed(error);
    }
  }

  #watch(transport: types.Transport, signalling: Signalling): void {
    transport.on('connectionstatechange', (state) => {
      if (state === 'disconnected' || state === 'failed') void this.try(repairIce(transport, signalling));
      this.#reactions.onChange();
    });
  }

  #transports(): types.Transport[] {
    return [this.send.transport, this.receive.transport].filter((transport) => transport !== undefined);
  }
}
