import { z } from 'zod';

/** How well someone is connected, for people to read; `lost` while their socket is away. */
export const qualityLevel = z.enum(['good', 'fair', 'poor', 'lost']);
export type QualityLevel = z.infer<typeof qualityLevel>;

/** How a page's media reaches the node. */
export const mediaWay = z.enum(['udp', 'tcp', 'turn']);
export type MediaWay = z.infer<typeof mediaWay>;

const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0).max(60_000);

/** What a page measured since its last report (W3C webrtc-stats); null for what its browser does not tell. */
export const qualityReport = z.object({
  way: mediaWay.nullable(),
  /** Between the page and the node, there and back. */
  roundTripMs: milliseconds.nullable(),
  /** What arrives at the node, as it says in its RTCP reports; null while this page sends nothing. */
  send: z.object({ lostShare: share, jitterMs: milliseconds }).nullable(),
  /** What this page receives of each of the others. Frozen is camera video only: a still screen is no fault. */
  receive: z
    .array(
      z.object({
        peerId: z.uuid(),
        lostShare: share,
        jitterMs: milliseconds,
        freezes: z.number().int().min(0).max(1_000),
        /** Of the time in which their picture should have moved. */
        frozenShare: share,
      }),
    )
    .max(600),
  /** Share of the time in which the own picture was held back because no more goes through. */
  heldBackShare: share,
});
export type QualityReport = z.infer<typeof qualityReport>;

/** How one person is connected, as everybody is told; null for what is not known. */
export const peerQuality = z.object({
  peerId: z.uuid(),
  level: qualityLevel,
  /** Estimated mean opinion score (ITU-T P.800.1): 1 bad … 5 excellent; null while lost. */
  score: z.number().min(1).max(5).nullable(),
  lostPercent: z.number().min(0).max(100).nullable(),
  roundTripMs: milliseconds.nullable(),
});
export type PeerQuality = z.infer<typeof peerQuality>;

const seconds = z.number().min(0).max(86_400);

/** What the node knows of one person's connection over a stretch of time, some tens of seconds long. */
export const measuredQuality = z.object({
  /** The stretch ends with the fact's own instant. */
  from: z.iso.datetime(),
  /** Time at each level; what was not measured (a page asleep) is in none. */
  seconds: z.object({ good: seconds, fair: seconds, poor: seconds, lost: seconds }),
  /** Null when nothing was measured. */
  score: z.object({ average: z.number().min(1).max(5), lowest: z.number().min(1).max(5) }).nullable(),
  lostShare: z.object({ average: share, highest: share }).nullable(),
  roundTripMs: z.object({ average: milliseconds, highest: milliseconds }).nullable(),
  way: mediaWay.nullable(),
});
export type MeasuredQuality = z.infer<typeof measuredQuality>;
