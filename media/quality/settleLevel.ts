import type { QualityLevel } from '../contracts/quality.ts';
import { levelOf } from './rateConnection.ts';

type Measured = Exclude<QualityLevel, 'lost'>;

/** What is told of a connection, and what may be told next. */
export interface Settled {
  level: Measured;
  /** Smoothed. */
  score: number;
  /** For so many reports in a row the score has asked for another level. */
  asked: number;
}

/** How much the newest report counts. */
const weight = 0.5;
/** A better level has to be reached by so much. */
const margin = 0.1;
/** So many reports in a row: bad news sooner than good, neither at once. */
const patience = { worse: 2, better: 3 } as const;

/**
 * Takes up a new score so that what people see follows a change within seconds but never flickers: scores are smoothed,
 * a level is left upwards with a margin, and only when several reports agree.
 */
export function settleLevel(before: Settled | undefined, newest: number): Settled {
  if (!before) return { level: levelOf(newest), score: newest, asked: 0 };
  const score = before.score + weight * (newest - before.score);
  const { level } = before;
  const firmly = levelOf(Math.max(1, score - margin));
  const isBetter = rank(firmly) > rank(level);
  const wanted = isBetter ? firmly : levelOf(score);
  // What one bad report left in the smoothed score is no second one.
  const agrees = isBetter || rank(levelOf(newest)) < rank(level);
  if (wanted === level || !agrees || (!isBetter && rank(wanted) > rank(level))) {
    return { level, score, asked: 0 };
  }
  const asked = before.asked + 1;
  if (asked < (isBetter ? patience.better : patience.worse)) return { level, score, asked };
  return { level: wanted, score, asked: 0 };
}

const rank = (level: Measured) => ['poor', 'fair', 'good'].indexOf(level);
