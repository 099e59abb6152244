import { z } from 'zod';
import { lessonClock } from './clock.ts';
import { mediaSource } from './facts.ts';
import { gift } from './gifts.ts';
import { peerQuality, qualityReport } from './quality.ts';
import { recordingTurn, recordingView } from './recording.ts';
import { sharedEvents, sharedRequests } from './sharedSignalling.ts';

/**
 * Signalling between a page and its media node, over socket.io.
 *
 * The page connects with `auth: { ticket }` (first time) or `auth: { peerId, resumeToken }` (after a drop),
 * then emits `request` with an envelope and is answered by acknowledgement. A request that is repeated with
 * the same id is answered from memory, so an acknowledgement lost on the way costs nothing.
 *
 * A refused handshake is a `connect_error` whose `data` is `{ code, message }`: `bad_request`, `bad_ticket`,
 * `not_found` (no such place, or it was given up: come with a new ticket) or `room_closed`.
 *
 * After a resume, events may have been missed while the socket was away: `join` and `startConsuming` may be asked
 * again (with new request ids) and then answer with what is there now; nothing is created twice.
 */
export const handshake = z.union([
  z.object({ ticket: z.string().max(4096) }),
  z.object({ peerId: z.uuid(), resumeToken: z.string().min(32).max(128) }),
]);

/** RTP parameters and the like are checked in depth by mediasoup itself; here only that they are objects. */
const opaque = z.record(z.string(), z.unknown());
const id = z.uuid();
const none = z.object({});

export const peer = z.object({
  id,
  userId: z.uuid(),
  name: z.string(),
  /** Their picture, on the API's origin; null while they have none. */
  pictureUrl: z.string().nullable(),
  role: z.enum(['mentor', 'learner', 'admin']),
  /** False while its socket is lost and it may still come back. */
  connected: z.boolean(),
  /** Its place among the raised hands: who raised first has the smallest number. Null while it is down. */
  hand: z.number().int().positive().nullable(),
});
export type PeerView = z.infer<typeof peer>;

/** Someone outside who asks to be let in: removed before, or come to a locked door. */
export const knock = z.object({ userId: z.uuid(), name: z.string(), removed: z.boolean() });
export type Knock = z.infer<typeof knock>;

/** A mentor's word that this page must stop sending a source; `by` is the mentor's name. */
export const silence = z.object({ source: mediaSource, by: z.string() });
export type Silence = z.infer<typeof silence>;

/**
 * Video codecs that everybody in the room can decode, by their MIME names without `video/`. What is sent in another
 * one does not reach everybody: nothing is transcoded.
 */
export const videoCodec = z.enum(['VP8', 'VP9', 'H264']);
export type VideoCodec = z.infer<typeof videoCodec>;

export const reaction = z.enum(['thumbsUp', 'heart', 'smile', 'sparkles', 'check', 'slower']);
export type Reaction = z.infer<typeof reaction>;

const transport = z.object({
  id,
  iceParameters: opaque,
  iceCandidates: z.array(opaque),
  dtlsParameters: opaque,
});

/** All that a page needs to open its media on the room's router, in one answer to save round trips. */
export const mediaSetup = z.object({
  routerRtpCapabilities: opaque,
  sendTransport: transport,
  recvTransport: transport,
});
export type MediaSetup = z.infer<typeof mediaSetup>;

export const consumerView = z.object({
  id,
  producerId: id,
  peerId: id,
  source: mediaSource,
  kind: z.enum(['audio', 'video']),
  rtpParameters: opaque,
  /** Whether the sending side is paused (muted). The consumer itself always starts paused. */
  producerPaused: z.boolean(),
});
export type ConsumerView = z.infer<typeof consumerView>;

/** Every request, what it carries and what answers it. */
export const requests = {
  /**
   * First request on a new peer. Asked again, it answers with those who are here and the transports that are open.
   * Refused with `elsewhere` when the person is here already in another tab, unless `takeOver`; with `removed` and
   * `room_locked` when the mentor keeps them out (see `knock`).
   */
  join: {
    request: z.object({
      tab: id.optional(),
      takeOver: z.boolean().optional(),
      /** Whether this person, who was asked before, may be recorded. Who does not say so is not, until they do. */
      mayRecord: z.boolean().optional(),
    }),
    response: z.object({
      peerId: id,
      resumeToken: z.string(),
      roomCode: id,
      peers: z.array(peer),
      self: peer,
      locked: z.boolean(),
      clock: lessonClock,
      recording: recordingView,
      /** What this page was told to stop sending and has not heeded: it may have been away. */
      silenced: z.array(silence),
      /** Who asks to be let in; for the mentor. */
      knocks: z.array(knock),
      /** How people are connected, this page's own person too, as far as it is known. */
      qualities: z.array(peerQuality),
      media: mediaSetup,
    }),
  },
  /**
   * New transports on the room's present router, after `mediaReset` or when a transport failed for good. What was
   * open before is closed. While the router is being replaced this waits for it.
   */
  reopenMedia: { request: none, response: mediaSetup },
  /**
   * Says what this page can decode; answered with a paused consumer for each thing the others send. What comes
   * later is announced by `newConsumer`. Asked again, those that are open already are listed as they are.
   * `decodable` is what everybody here can decode now; `decodableChanged` tells of changes.
   */
  startConsuming: {
    request: z.object({ rtpCapabilities: opaque }),
    response: z.object({ consumers: z.array(consumerView), decodable: z.array(videoCodec) }),
  },
  connectTransport: { request: z.object({ transportId: id, dtlsParameters: opaque }), response: none },
  restartIce: { request: z.object({ transportId: id }), response: z.object({ iceParameters: opaque }) },
  /** One producer for each source: a second one takes the place of the first. */
  produce: {
    request: z.object({
      transportId: id,
      source: mediaSource,
      kind: z.enum(['audio', 'video']),
      rtpParameters: opaque,
      paused: z.boolean(),
    }),
    response: z.object({ producerId: id }),
  },
  /** While this page has an unheeded silence of the source, it stays paused whatever is asked here. */
  setProducerPaused: { request: z.object({ producerId: id, paused: z.boolean() }), response: none },
  closeProducer: { request: z.object({ producerId: id }), response: none },
  /** The page is ready to receive: consumers begin to flow. Unknown ids are ignored (they closed meanwhile). */
  resumeConsumers: { request: z.object({ consumerIds: z.array(id).max(500) }), response: none },
  /**
   * What the page shows of a video: `null` when it cannot be seen (packets stop, unless it is seen again within two
   * seconds), else the size of its tile in device pixels, from which the node picks the layers.
   */
  showConsumer: {
    request: z.object({
      consumerId: id,
      tile: z
        .object({
          width: z.number().int().positive().max(16_384),
          height: z.number().int().positive().max(16_384),
        })
        .nullable(),
    }),
    response: none,
  },
  /** Asks for nothing: that it is answered tells that the socket carries. */
  ping: { request: none, response: none },
  leave: { request: none, response: none },
  raiseHand: { request: z.object({ raised: z.boolean() }), response: none },
  /** Refused with `too_many` to who reacts without pause. */
  react: { request: z.object({ reaction }), response: none },
  /** This page has stopped sending what it was told to (`silenced`); from now on it may unmute again. */
  heedSilence: { request: z.object({ source: mediaSource }), response: none },
  /** What a mentor does about someone else; `not_allowed` to others. */
  moderate: {
    request: z.object({
      peerId: id,
      act: z.enum(['mute', 'stopCamera', 'stopScreen', 'lowerHand', 'remove']),
    }),
    response: none,
  },
  /** Mentor: who is not in the room now, and did not only drop out of it, stays out. */
  setRoomLocked: { request: z.object({ locked: z.boolean() }), response: none },
  /** Mentor: starts, pauses, resumes or stops the recording. `media_unavailable` where nothing can be recorded. */
  setRecording: { request: z.object({ to: recordingTurn }), response: none },
  /** Whether this person may be recorded, from now on. */
  agreeToRecording: { request: z.object({ agreed: z.boolean() }), response: none },
  /** In place of `join`, when that was refused: asks the mentor. Answered at once when nothing keeps one out. */
  knock: { request: none, response: z.object({ admitted: z.boolean() }) },
  /** Mentor: lets someone in who knocked, or not. */
  answerKnock: { request: z.object({ userId: z.uuid(), admit: z.boolean() }), response: none },
  /**
   * What this page measured of its connection; comes every few seconds. Refused with `too_many` when it comes faster.
   * Answered with whether video that this page shows is held back because no more gets through to it.
   */
  reportQuality: { request: qualityReport, response: z.object({ heldBack: z.boolean() }) },
  ...sharedRequests,
} as const;
export type ModerationAct = RequestData<'moderate'>['act'];

export type RequestName = keyof typeof requests;
export type RequestData<N extends RequestName> = z.infer<(typeof requests)[N]['request']>;
export type ResponseData<N extends RequestName> = z.infer<(typeof requests)[N]['response']>;

export const requestEnvelope = z.object({
  id: z.uuid(),
  name: z.enum(Object.keys(requests) as [RequestName, ...RequestName[]]),
  data: z.unknown(),
});
export type RequestEnvelope = z.infer<typeof requestEnvelope>;

export const signallingErrorCode = z.enum([
  'bad_request',
  'bad_ticket',
  'not_joined',
  'not_found',
  'not_allowed',
  'too_many',
  'elsewhere',
  'removed',
  'room_locked',
  'room_closed',
  'media_unavailable',
  'not_kept',
  'board_full',
  'internal',
]);
export type SignallingErrorCode = z.infer<typeof signallingErrorCode>;

export type RequestAnswer =
  { ok: true; data: unknown } | { ok: false; error: { code: SignallingErrorCode; message: string } };

/** Events from the node to the page. */
export const serverEvents = {
  peerJoined: z.object({ peer }),
  /** Its socket was lost or is back, or its hand went up or down (then it is told itself too). */
  peerChanged: z.object({ peer }),
  peerLeft: z.object({ peerId: id }),
  newConsumer: z.object({ consumer: consumerView }),
  consumerClosed: z.object({ consumerId: id }),
  /** The sending side paused or resumed. */
  consumerPaused: z.object({ consumerId: id, paused: z.boolean() }),
  /**
   * Layers that reach this page now. Null once none has for some seconds although the picture is shown and its sender
   * sends: the bandwidth does not suffice. The next layers end that; of what is hidden or paused nothing is told.
   */
  consumerLayers: z.object({
    consumerId: id,
    layers: z
      .object({ spatialLayer: z.number().int(), temporalLayer: z.number().int().optional() })
      .nullable(),
  }),
  /** Who speaks now; null when nobody does. */
  activeSpeaker: z.object({ peerId: id.nullable() }),
  /** The room's router was lost and replaced, or media does not get through: ask `reopenMedia`, publish and consume again. */
  mediaReset: none,
  /** What everybody here can decode: what this page sends in any other codec has to be published anew. */
  decodableChanged: z.object({ decodable: z.array(videoCodec) }),
  /** Nothing arrives of what this page sends, unpaused, though its transport is connected: publish the source anew. */
  sourceUnheard: z.object({ source: mediaSource }),
  /** Packets of this transport do not get through though it is connected: restart its ICE. */
  pathDoubted: z.object({ transportId: id }),
  reacted: z.object({ peerId: id, reaction }),
  /** The mentor stopped what this page sends: the node has paused it already. The page follows and asks `heedSilence`. */
  silenced: silence,
  lockChanged: z.object({ locked: z.boolean() }),
  recordingChanged: recordingView,
  /** The lesson's clock has started or stopped. */
  clock: lessonClock,
  /** To mentors: someone asks to be let in, or does so no longer. */
  knocked: z.object({ knock }),
  knockOver: z.object({ userId: z.uuid() }),
  /** How someone is connected; to everyone, whom it is about too. */
  peerQuality,
  ...sharedEvents,
  /** Somebody has given the mentor something; everybody is told, but the amount only giver and mentor. */
  giftReceived: z.object({ gift }),
  /** To who knocked. */
  knockAnswered: z.object({ admitted: z.boolean() }),
  /** This peer's place is over; the socket closes after it. `by` is who removed it. */
  closed: z.object({
    reason: z.enum(['ended', 'cancelled', 'replaced', 'stopped', 'removed']),
    by: z.string().optional(),
  }),
} as const;
export type ServerEventName = keyof typeof serverEvents;
export type ServerEventData<N extends ServerEventName> = z.infer<(typeof serverEvents)[N]>;

/** socket.io types of the media namespace; payloads are parsed all the same. */
export type ClientToMedia = {
  request: (envelope: RequestEnvelope, answer: (result: RequestAnswer) => void) => void;
};
export type MediaToClient = { [N in ServerEventName]: (data: ServerEventData<N>) => void };
