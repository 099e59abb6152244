import type { LessonClockView } from '../../media/contracts/clock.ts';
import type { ChatMessage } from '../../media/contracts/chat.ts';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { RecordingView } from '../../media/contracts/recording.ts';
import type { Gift } from '../../media/contracts/gifts.ts';
import type { PeerQuality } from '../../media/contracts/quality.ts';
import type { TopicChange } from '../../media/contracts/topics.ts';
import type {
  Knock,
  PeerView,
  Reaction,
  Silence,
  ServerEventData,
  SignallingErrorCode,
} from '../../media/contracts/signalling.ts';

/** Where the client stands. `reconnecting` covers a lost socket as well as lost media. */
export type RoomState = 'connecting' | 'connected' | 'reconnecting' | 'closed';

/** Why a room is over for this page; nothing else ends it. */
export type RoomEnd =
  | { reason: 'left' | 'ended' | 'replaced' | 'locked' | 'unreachable' | 'unsupported' }
  /** By whose decision, where that is known. */
  | { reason: 'cancelled'; by?: { name: string; role: 'mentor' | 'learner' | 'self' } }
  /** The mentor, by name, sent this person out; who comes back unasked is not told the name again. */
  | { reason: 'removed'; by?: string | undefined }
  /** No ticket is given any more; `error` is what the asking threw. */
  | { reason: 'refused'; error: unknown };

/** Something that another peer sends and this page receives. */
export type RemoteTrack = {
  peerId: string;
  source: MediaSource;
  track: MediaStreamTrack;
  /** Muted by its sender. */
  paused: boolean;
};

/** What this page sends, by source; absent means that nothing is sent. */
export type LocalTracks = Partial<Record<MediaSource, { track: MediaStreamTrack; paused: boolean }>>;

/** What a page shows of a video: its size in device pixels, or null when it cannot be seen. */
export type ShownTile = { width: number; height: number } | null;

export type Layers = { spatialLayer: number; temporalLayer?: number | undefined } | null;

export type RoomEvents = {
  stateChanged: RoomState;
  /** The whole list at once: after joining, and after a place was lost and taken anew. */
  peersReset: PeerView[];
  peerJoined: PeerView;
  peerChanged: PeerView;
  peerLeft: { peerId: string };
  trackAdded: RemoteTrack;
  trackPaused: { peerId: string; source: MediaSource; paused: boolean };
  trackRemoved: { peerId: string; source: MediaSource };
  layersChanged: { peerId: string; source: MediaSource; layers: Layers };
  speakerChanged: { peerId: string | null };
  localChanged: LocalTracks;
  /** A track that was sent ended by itself; `paused` is how it was muted until then. */
  trackLost: { source: MediaSource; paused: boolean };
  /** How this person stands in the room's order: after joining, and after every drop. */
  orderReset: { self: PeerView; locked: boolean; knocks: Knock[] };
  selfChanged: PeerView;
  reacted: { peerId: string; reaction: Reaction };
  /** The mentor stopped what this page was sending, and it has stopped. */
  silenced: Silence;
  lockChanged: { locked: boolean };
  /** After joining, after every drop, and whenever it starts or stops. */
  clockChanged: LessonClockView;
  /** After joining, after every drop, and whenever it changes. */
  recordingChanged: RecordingView;
  knocked: { knock: Knock };
  knockOver: { userId: string };
  /** How people are connected: everyone of whom it is known, and then each change. */
  qualitiesReset: PeerQuality[];
  qualityChanged: PeerQuality;
  /** The socket is gone: what is told until the next `peersReset` may be missed. */
  dropped: undefined;
  boardChanged: ServerEventData<'boardChanged'>;
  boardMoment: ServerEventData<'boardMoment'>;
  boardRules: ServerEventData<'boardRules'>;
  boardOpened: ServerEventData<'boardOpened'>;
  said: ChatMessage;
  typing: { userId: string };
  topicsChanged: TopicChange;
  giftReceived: Gift;
  closed: RoomEnd;
};

/** A request that the media node refused, or that the client's closing cut off. */
export class SignallingError extends Error {
  readonly code: SignallingErrorCode | 'closed';
  constructor(code: SignallingErrorCode | 'closed', message: string) {
    super(message);
    this.name = 'SignallingError';
    this.code = code;
  }
}

/** Thrown by `onTicket` when asking again cannot help (the lesson is over, no seat, signed out). */
export class TicketRefusedError extends Error {
  constructor(cause: unknown) {
    super('no ticket is given for this room', { cause });
    this.name = 'TicketRefusedError';
  }
}
