import type { QualityLevel } from '../contracts/quality.ts';

/** One person's own line to the node, without what others' lines do to what they receive. */
export interface ConnectionFigures {
  /** There and back (milliseconds). */
  roundTripMs: number;
  /** Of the worse direction (milliseconds, RFC 3550). */
  jitterMs: number;
  /** Share of packets, of the worse direction. */
  lostShare: number;
  /** Of the picture received: how often it stood still, and for which share of the time. */
  freezes: number;
  frozenShare: number;
  /** Share of the time in which a picture, sent or received, was smaller than wanted because no more went through. */
  heldBackShare: number;
}

/** Packets of 20 ms, Opus' look-ahead and a device at each end add about this much to the way itself. */
const fixedDelayMs = 60;
/** A playout buffer holds about twice the jitter. */
const buffered = 2;
/**
 * How many percent may be lost at random before speech suffers: Bpl of G.711 with concealment (ITU-T G.113, appendix
 * I). G.113 has no figure for Opus, whose forward error correction is no worse.
 */
const lossRobustness = 25.1;
/** The transmission rating of a line without faults (ITU-T G.107, with its default values). */
const perfectRating = 93.2;
/** How stalls are weighed (ITU-T P.1203.3, equation 25 and its coefficients). */
const stalls = { countScale: 9.351_586_84, shareScale: 0.918_908_15 } as const;
/** What a picture that is held back all the time loses of its opinion score; of our choosing: about one grade. */
const heldBackLoss = 0.35;

/**
 * The mean opinion score to expect: of speech by the E-model (ITU-T G.107), simplified for packets (Cole and Rosenbluth,
 * "Voice over IP performance monitoring", 2001), of the picture by its stalls (ITU-T P.1203.3); the worse of both.
 * @returns 1 (bad) to 4.41 (nothing can be heard to be wrong). More of any fault never makes it better.
 */
export function rateConnection(figures: ConnectionFigures): number {
  return Math.min(speechScore(figures), pictureScore(figures));
}

function speechScore({ roundTripMs, jitterMs, lostShare }: ConnectionFigures): number {
  const oneWayMs = roundTripMs / 2 + buffered * jitterMs + fixedDelayMs;
  const delayed = 0.024 * oneWayMs + 0.11 * Math.max(0, oneWayMs - 177.3);
  const percent = lostShare * 100;
  const lost = 95 * (percent / (percent + lossRobustness));
  return scoreOf(perfectRating - delayed - lost);
}

function pictureScore({ freezes, frozenShare, heldBackShare }: ConnectionFigures): number {
  const stalled = Math.exp(-freezes / stalls.countScale) * Math.exp(-frozenShare / stalls.shareScale);
  return 1 + (scoreOf(perfectRating) - 1) * stalled * (1 - heldBackLoss * heldBackShare);
}

/** A rating as mean opinion score (ITU-T G.107, annex B); below 6.5 that formula would rise again. */
function scoreOf(rating: number): number {
  const r = Math.max(6.5, Math.min(100, rating));
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
}

type Measured = Exclude<QualityLevel, 'lost'>;
/** Ratings of 80 and 60, which ITU-T G.109 calls "satisfied" and "nearly all dissatisfied" below, as scores. */
const leastScore = { good: 4.03, fair: 3.1 } as const;

export function levelOf(score: number): Measured {
  if (score >= leastScore.good) return 'good';
  return score >= leastScore.fair ? 'fair' : 'poor';
}
