import type { RoomTicket } from '../../api/contracts/sessions.ts';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { RequestData, RequestName, ResponseData, Silence } from '../../media/contracts/signalling.ts';
import { AwaitedSilences } from './AwaitedSilences.ts';
import { Events } from './Events.ts';
import { followHealing } from './followHealing.ts';
import { listenToNode, tellJoined } from './listenToNode.ts';
import { MediaLink } from './MediaLink.ts';
import { pause } from './pause.ts';
import {
  SignallingError,
  TicketRefusedError,
  type LocalTracks,
  type RoomEnd,
  type RoomEvents,
  type RoomState,
  type ShownTile,
} from './roomTypes.ts';
import { mostLinesSent, type QualityChoice } from './quality/choice.ts';
import { ShownTiles } from './quality/ShownTiles.ts';
import { Rounds } from './Rounds.ts';
import { Signalling } from './Signalling.ts';
import { withTimeout } from './withTimeout.ts';

/** A node that does not answer for this long is given up, and a fresh ticket leads to another. */
const nodeTimeoutMs = 8_000;
/** How long leaving waits for the node to know of it. */
const leaveMs = 1_000;

type Options = {
  /** Asks for entrance. @throws TicketRefusedError when asking again cannot help; other errors are tried again. */
  onTicket: () => Promise<RoomTicket>;
  /** Which tab of the browser this is. */
  tab?: string;
  /** This tab was chosen over another one already. */
  takeOver?: boolean;
  /** Whether this person agreed to be recorded; nothing until they said. */
  mayRecord?: () => boolean | undefined;
  /** Asks whether this tab shall be used in place of another one in which the person is in this room. */
  onElsewhere?: () => Promise<boolean>;
};

/** Something to send, which is the client's from now on. */
export type Opened = { track: MediaStreamTrack; paused?: boolean };

/**
 * A page's side of a room, without any user interface: takes a place on a media node, sends and receives, and comes
 * back by itself from lost sockets, lost media and lost nodes. Closes once; the event `closed` says why.
 */
export class RoomClient {
  readonly events = new Events<RoomEvents>();
  readonly #options: Options;
  readonly #media: MediaLink;
  readonly #shown = new ShownTiles((...shown) => this.#media.receive.show(...shown));
  #state: RoomState = 'connecting';
  #peerId: string | undefined;
  #signalling: Signalling | undefined;
  #entering = false;
  #takeOver = false;
  readonly #awaited = new AwaitedSilences();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#takeOver = options.takeOver ?? false;
    this.#media = new MediaLink(this.events, {
      onChange: () => this.#updateState(),
      onFailed: (cause) => {
        if (cause === 'browser') this.#end({ reason: 'unsupported' });
        else if (this.#signalling) this.#placeLost(this.#signalling);
      },
    });
  }

  get state(): RoomState {
    return this.#state;
  }

  /** This page's own peer, once it has a place. */
  get peerId(): string | undefined {
    return this.#peerId;
  }

  /** What is meant to be sent now. */
  get localTracks(): LocalTracks {
    return this.#media.send.tracks;
  }

  /** Takes a place in the room. Failures are told by the event `closed`. */
  async enter(): Promise<void> {
    if (this.#entering || this.#closed) return;
    this.#entering = true;
    const rounds = new Rounds();
    while (!this.#closed) {
      try {
        await this.#takePlace();
        break;
      } catch (error) {
        if (this.#closed || (await this.#keptOut(error))) continue;
        if (error instanceof TicketRefusedError) {
          this.#end({ reason: 'refused', error: error.cause });
          break;
        }
        const pauseMs = rounds.failed(navigator.onLine);
        if (pauseMs === undefined) this.#end({ reason: 'unreachable' });
        else await pause(pauseMs, 'online');
      }
    }
    this.#entering = false;
  }

  /**
   * Opens something and sends it; what the mentor stops meanwhile holds for it too.
   * @param how gives nothing when there is nothing to send after all
   * @throws what `how` throws
   */
  async open(source: MediaSource, how: () => Promise<Opened | undefined>): Promise<void> {
    const over = this.#awaited.begin(source);
    let opened: Opened | undefined;
    let silence: Silence | undefined;
    try {
      opened = await how();
    } finally {
      silence = over();
      if (silence && !opened) this.#heed(silence);
    }
    if (!opened) return;
    const paused = opened.paused === true || silence !== undefined;
    const publishing = this.publish(source, opened.track, { paused });
    if (silence) this.#heed(silence, true);
    await publishing;
  }

  /** Begins to send a track, which is the client's from now on; `paused` sends nothing until it is unpaused. */
  async publish(
    source: MediaSource,
    track: MediaStreamTrack,
    options: { paused?: boolean } = {},
  ): Promise<void> {
    if (this.#closed) return track.stop();
    await this.#media.try(this.#media.send.publish(source, track, options));
  }

  /** Mutes or unmutes; here at once, and for everybody when the node knows. */
  setPaused(source: MediaSource, paused: boolean): Promise<void> {
    return this.#media.try(this.#media.send.setPaused(source, paused));
  }

  unpublish(source: MediaSource): Promise<void> {
    return this.#media.try(this.#media.send.unpublish(source));
  }

  /** Says how large a peer's video is shown, or that it cannot be seen (null), so that nothing is sent in vain. */
  showTrack(peerId: string, source: MediaSource, tile: ShownTile): Promise<void> {
    return this.#media.try(this.#shown.show(peerId, source, tile));
  }

  /** Whether pictures of a peer are asked for: they are shown, and the person wants pictures at all. */
  asksFor(peerId: string, source: MediaSource): boolean {
    return this.#shown.asksFor(peerId, source);
  }

  /** Bounds what is received and sent by what the person chose; holds for all that comes later. */
  async setQuality(choice: QualityChoice): Promise<void> {
    const sending = this.#media.send.limitLines(mostLinesSent(choice));
    await Promise.all([this.#shown.choose(choice), sending].map((work) => this.#media.try(work)));
  }

  /** Asks the node for something that is no media; waits through drops. @throws SignallingError */
  async ask<Name extends RequestName>(name: Name, data: RequestData<Name>): Promise<ResponseData<Name>> {
    if (!this.#signalling) throw new SignallingError('closed', 'there is no place now');
    return this.#signalling.request(name, data);
  }

  /** Statistics of both directions (W3C webrtc-stats). */
  getStats(): Promise<{ send: RTCStatsReport | undefined; receive: RTCStatsReport | undefined }> {
    return this.#media.getStats();
  }

  /** Gives the place up and closes. */
  async leave(): Promise<void> {
    const signalling = this.#signalling;
    this.#signalling = undefined;
    const told = signalling?.connected ? signalling.request('leave', {}).catch(() => undefined) : undefined;
    this.#end({ reason: 'left' });
    // The others learn of it at once; a node that does not answer notices by itself.
    await Promise.race([told, pause(leaveMs)]);
    signalling?.close();
  }

  get #closed(): boolean {
    return this.#state === 'closed';
  }

  async #takePlace(): Promise<void> {
    this.#signalling?.close();
    this.#signalling = undefined;
    this.#media.detach();
    const ticket = await this.#options.onTicket();
    if (this.#closed) return;
    const signalling = new Signalling(ticket);
    this.#signalling = signalling;
    this.#listen(signalling);
    const joined = await withTimeout(this.#join(signalling), nodeTimeoutMs);
    if (this.#signalling !== signalling) return;
    this.#takeOver = false;
    signalling.keepPlace(joined);
    void this.#media.open(signalling, joined.media);
  }

  async #join(signalling: Signalling): Promise<ResponseData<'join'>> {
    const { tab, mayRecord } = this.#options;
    const page = { tab, takeOver: this.#takeOver, mayRecord: mayRecord?.() };
    const joined = await signalling.request('join', page);
    if (this.#signalling !== signalling) return joined;
    this.#peerId = joined.peerId;
    const others = joined.peers.filter(({ id }) => id !== joined.peerId);
    this.#shown.keep(others.map(({ id }) => id));
    tellJoined(this.events, joined, others);
    for (const silence of joined.silenced) this.#silenced(silence);
    return joined;
  }

  /** What is only being opened heeds it once it is sent; until then the node lets nothing of it through. */
  #silenced(silence: Silence): void {
    const held = this.#awaited.hold(silence);
    if (!held || this.localTracks[silence.source]?.paused === false) this.#heed(silence);
  }

  /** Stops here too what the mentor stopped; only then may it be sent again. */
  #heed(silence: Silence, wasSending = this.localTracks[silence.source]?.paused === false): void {
    const { source } = silence;
    const sound = source === 'microphone' || source === 'screenAudio';
    if (wasSending) this.events.emit('silenced', silence);
    void (sound ? this.setPaused(source, true) : this.unpublish(source));
    void this.ask('heedSilence', { source }).catch(() => undefined);
  }

  /** @returns whether the mentor, or another tab, keeps this page out: then that was told, or settled. */
  async #keptOut(error: unknown): Promise<boolean> {
    if (!(error instanceof SignallingError)) return false;
    if (error.code === 'removed') this.#end({ reason: 'removed' });
    else if (error.code === 'room_locked') this.#end({ reason: 'locked' });
    else if (error.code === 'elsewhere') {
      this.#signalling?.close();
      this.#signalling = undefined;
      this.#takeOver = (await this.#options.onElsewhere?.()) ?? false;
      if (!this.#takeOver) this.#end({ reason: 'left' });
    } else return false;
    return true;
  }

  /** The socket is back in its place: who is here and what they send may have changed meanwhile. */
  async #resumed(signalling: Signalling): Promise<void> {
    this.#updateState();
    const { media } = await this.#join(signalling);
    if (this.#signalling === signalling) await this.#media.resume(media);
  }

  #listen(signalling: Signalling): void {
    followHealing(signalling, this.#media);
    listenToNode(signalling, this.#media.receive, this.events, {
      onTrouble: (error) => this.#media.failed(error),
      onReset: () => void this.#media.reopen(),
      onDropped: () => this.#dropped(signalling),
      onResumed: () => void this.#media.try(this.#resumed(signalling)),
      onPlaceLost: () => this.#placeLost(signalling),
      onSilenced: (silence) => this.#silenced(silence),
      isSelf: (id) => id === this.#peerId,
      onEnd: (end) => this.#end(end),
    });
  }

  #dropped(signalling: Signalling): void {
    this.#updateState();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (this.#signalling !== signalling || signalling.connected) return;
      // Without a network no other node would answer either.
      if (navigator.onLine) this.#placeLost(signalling);
      else this.#dropped(signalling);
    }, nodeTimeoutMs);
  }

  #placeLost(signalling: Signalling): void {
    if (this.#closed || this.#signalling !== signalling) return;
    signalling.close();
    this.#updateState();
    // While a place is being taken this makes that round fail, and the next one follows.
    void this.enter();
  }

  #updateState(): void {
    if (this.#closed) return;
    const whole = this.#signalling?.connected === true && this.#media.state === 'open';
    this.#setState(whole ? 'connected' : this.#peerId ? 'reconnecting' : 'connecting');
  }

  #setState(state: RoomState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.events.emit('stateChanged', state);
  }

  #end(end: RoomEnd): void {
    if (this.#closed) return;
    clearTimeout(this.#silence);
    this.#setState('closed');
    this.#media.close();
    this.#signalling?.close();
    this.#signalling = undefined;
    this.events.emit('closed', end);
    this.events.clear();
  }
}
