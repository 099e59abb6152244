import { z } from 'zod';

/**
 * The check of the connection before a lesson (ROOM-2), over socket.io's namespace `checkNamespace`. The page connects
 * with `auth: { ticket }`, asks for one probe for each way to the media node, sends messages on data channel
 * `probeChannel` and gets each of them back. All of it closes with the socket, and after a while by itself.
 */
export const checkNamespace = '/check';
/** Audience claim of the ticket for a check: it lets nobody into a room. */
export const checkAudience = 'peerlearn-check';
export const checkClaims = z.object({ sub: z.uuid() });

/** Of the data channel (SCTP stream), which both sides know beforehand. */
export const probeChannel = 0;
/** Longer messages are not echoed. */
export const longestProbeBytes = 1_200;

export const probeRequest = z.object({
  /** The only one that the probe's transport takes. */
  protocol: z.enum(['udp', 'tcp']),
  /** SHA-256 of the page's certificate (RFC 8122); the page begins the handshake. */
  fingerprint: z.string().regex(/^[\dA-F]{2}(?::[\dA-F]{2}){31}$/i),
});
export type ProbeRequest = z.infer<typeof probeRequest>;

export const probe = z.object({
  iceParameters: z.object({ usernameFragment: z.string(), password: z.string() }),
  iceCandidates: z.array(
    z.object({
      foundation: z.string(),
      priority: z.number(),
      /** An address or a name. */
      address: z.string(),
      port: z.number(),
      protocol: z.enum(['udp', 'tcp']),
    }),
  ),
  fingerprint: z.string(),
});
export type Probe = z.infer<typeof probe>;

export const probeAnswer = z.union([
  z.object({ probe }),
  /** `busy`: others check just now, or this person has checked too often. */
  z.object({ refused: z.enum(['bad_request', 'busy', 'unavailable']) }),
]);
export type ProbeAnswer = z.infer<typeof probeAnswer>;

export type ClientToCheck = {
  openProbe: (request: ProbeRequest, answer: (given: ProbeAnswer) => void) => void;
};
