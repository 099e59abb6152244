import { z } from 'zod';
import { mediaSource } from './facts.ts';

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
  role: z.enum(['mentor', 'learner', 'admin']),
  /** False while its socket is lost and it may still come back. */
  connected: z.boolean(),
});
export type PeerView = z.infer<typeof peer>;

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
  /** First request on a new peer. Asked again, it answers with those who are here and the transports that are open. */
  join: {
    request: none,
    response: z.object({
      peerId: id,
      resumeToken: z.string(),
      roomCode: id,
      peers: z.array(peer),
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
   */
  startConsuming: {
    request: z.object({ rtpCapabilities: opaque }),
    response: z.object({ consumers: z.array(consumerView) }),
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
  setProducerPaused: { request: z.object({ producerId: id, paused: z.boolean() }), response: none },
  closeProducer: { request: z.object({ producerId: id }), response: none },
  /** The page is ready to receive: consumers begin to flow. Unknown ids are ignored (they closed meanwhile). */
  resumeConsumers: { request: z.object({ consumerIds: z.array(id).max(500) }), response: none },
  /**
   * What the page shows of a video: `null` when it cannot be seen (packets stop), else the size of its tile
   * in device pixels, from which the node picks the simulcast layer.
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
  leave: { request: none, response: none },
} as const;

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
  'room_closed',
  'media_unavailable',
  'internal',
]);
export type SignallingErrorCode = z.infer<typeof signallingErrorCode>;

export type RequestAnswer =
  { ok: true; data: unknown } | { ok: false; error: { code: SignallingErrorCode; message: string } };

/** Events from the node to the page. */
export const serverEvents = {
  peerJoined: z.object({ peer }),
  peerChanged: z.object({ peer }),
  peerLeft: z.object({ peerId: id }),
  newConsumer: z.object({ consumer: consumerView }),
  consumerClosed: z.object({ consumerId: id }),
  /** The sending side paused or resumed. */
  consumerPaused: z.object({ consumerId: id, paused: z.boolean() }),
  /** Layers that reach this page now; null while none does. */
  consumerLayers: z.object({
    consumerId: id,
    layers: z
      .object({ spatialLayer: z.number().int(), temporalLayer: z.number().int().optional() })
      .nullable(),
  }),
  /** Who speaks now; null when nobody does. */
  activeSpeaker: z.object({ peerId: id.nullable() }),
  /** The room's router was lost and replaced: ask `reopenMedia`, publish again, consume again. */
  mediaReset: none,
  /** This peer's place is over; the socket closes after it. */
  closed: z.object({ reason: z.enum(['ended', 'cancelled', 'replaced', 'stopped']) }),
} as const;
export type ServerEventName = keyof typeof serverEvents;
export type ServerEventData<N extends ServerEventName> = z.infer<(typeof serverEvents)[N]>;

/** socket.io types of the media namespace; payloads are parsed all the same. */
export type ClientToMedia = {
  request: (envelope: RequestEnvelope, answer: (result: RequestAnswer) => void) => void;
};
export type MediaToClient = { [N in ServerEventName]: (data: ServerEventData<N>) => void };
