import type { ClockAnchor } from '../../media/contracts/recording.ts';
import type { Chapter, RecordedStretch } from '../contracts/recordings.ts';

const dayMs = 24 * 3_600_000;
export const recordingRules = {
  keptForMs: 90 * dayMs,
  /** A signed link outlives a long lesson watched with a break. */
  linkMs: 6 * 3_600_000,
  /** What is said to be recorded and has not been written to for so long has lost its node. */
  lostAfterMs: 10 * 60_000,
  /** What began so long ago and is still composed has lost its job: nobody composes for days. */
  composedWithinMs: 2 * dayMs,
};

interface Turn {
  at: string;
  turnedTo: string;
}
/** A stretch of the lesson (ms since the epoch) that is in the recording. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** When it was recorded. @param endMs where the last stretch ends when nobody ended it */
export function spansOf(turns: readonly Turn[], endMs: number): Span[] {
  const spans: Span[] = [];
  let fromMs: number | undefined;
  for (const { at, turnedTo } of [...turns].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (turnedTo === 'on') fromMs ??= Date.parse(at);
    else if (fromMs !== undefined) {
      spans.push({ fromMs, toMs: Date.parse(at) });
      fromMs = undefined;
    }
  }
  if (fromMs !== undefined && endMs > fromMs) spans.push({ fromMs, toMs: endMs });
  return spans;
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

/** What a recording of this length holds of the lesson. */
export function stretchesOf(turns: readonly Turn[], durationMs: number): RecordedStretch[] {
  let atMs = 0;
  return spansOf(turns, Infinity).map(({ fromMs, toMs }) => {
    const lengthMs = Math.round(Math.min(toMs - fromMs, durationMs - atMs));
    const stretch = { from: new Date(fromMs).toISOString(), atMs, lengthMs };
    atMs += lengthMs;
    return stretch;
  });
}

/**
 * Where in the recording (ms) a moment of the lesson stands; one in a pause stands where that was cut out.
 * @returns nothing for what was before its beginning or after its end
 */
export function placeOf(wallMs: number, spans: readonly Span[]): number | undefined {
  let passedMs = 0;
  for (const [index, { fromMs, toMs }] of spans.entries()) {
    if (wallMs < fromMs) return index === 0 ? undefined : passedMs;
    if (wallMs < toMs) return passedMs + wallMs - fromMs;
    passedMs += toMs - fromMs;
  }
  return undefined;
}

/** The ticks of the lesson's checklist as chapters of its recording. */
export const placeTicks = (
  ticks: readonly { title: string; at: string }[],
  spans: readonly Span[],
): Chapter[] =>
  ticks
    .flatMap(({ title, at }) => {
      const atMs = placeOf(Date.parse(at), spans);
      return atMs === undefined ? [] : [{ atMs: Math.round(atMs), title }];
    })
    .sort((one, other) => one.atMs - other.atMs);

/** A stretch of a file whose clock runs evenly: at `fromMs` of the file it was `wallMs`. */
export interface EvenStretch {
  fromMs: number;
  toMs: number;
  wallMs: number;
  /** Milliseconds of the wall clock for one of the file's. */
  rate: number;
}

/** Before this, a rate would be made of noise. */
const rateAfterMs = 60_000;
/** A full line holds packets up for less; a clock that stood still stays behind. */
const heldUpForMs = 60_000;
/** More (ms) than reports are wrong by: samples were lost, or the sender's clock was exchanged. */
const leastJumpMs = 40;
/** Quartzes run apart by less. */
const mostDrift = 0.0002;
/** Each is an input of FFmpeg's. Where a clock jumps more often, it is followed less closely. */
const mostStretches = 24;

const delayOf = ({ fileMs, wallMs }: ClockAnchor) => wallMs - fileMs;

/** What a network held up for a while was sent as early as what it did not. */
function settled(anchors: readonly ClockAnchor[]): ClockAnchor[] {
  let end = 0;
  return anchors.map(({ fileMs }, index) => {
    while ((anchors[end]?.fileMs ?? Infinity) - fileMs <= heldUpForMs) end += 1;
    const soon = anchors.slice(index, Math.max(end, index + 1));
    return { fileMs, wallMs: fileMs + Math.min(...soon.map(delayOf)) };
  });
}

/** Divides what a clock said at its jumps, large ones and those of many small steps. */
function divide(anchors: readonly ClockAnchor[], jumpMs: number): ClockAnchor[][] {
  const groups: ClockAnchor[][] = [];
  for (const anchor of anchors) {
    const last = groups.at(-1);
    const jumped = [last?.[0], last?.at(-1)].some(
      (before) =>
        before &&
        Math.abs(delayOf(anchor) - delayOf(before)) > jumpMs + (anchor.fileMs - before.fileMs) * mostDrift,
    );
    if (!last || jumped) groups.push([anchor]);
    else last.push(anchor);
  }
  return groups;
}

/** Divides a file at the jumps of its clock, and evens out how fast each stretch runs. */
export function evenStretches(anchors: readonly ClockAnchor[], endMs: number): EvenStretch[] {
  // The first is of one packet's arrival; reports know better.
  const known = settled(anchors.length > 1 ? anchors.slice(1) : anchors);
  let groups = divide(known, leastJumpMs);
  for (let jumpMs = leastJumpMs * 2; groups.length > mostStretches; jumpMs *= 2)
    groups = divide(known, jumpMs);
  return groups.flatMap((group, index) => {
    const fromMs = index === 0 ? 0 : group[0]!.fileMs;
    const toMs = groups[index + 1]?.[0]?.fileMs ?? endMs;
    return toMs > fromMs ? [evenOut(group, fromMs, toMs)] : [];
  });
}

function evenOut(group: ClockAnchor[], fromMs: number, toMs: number): EvenStretch {
  const [first, last] = [group[0]!, group.at(-1)!];
  const spread = last.fileMs - first.fileMs;
  const rate = spread < rateAfterMs ? 1 : 1 + (delayOf(last) - delayOf(first)) / spread;
  const delayMs = rate === 1 ? Math.min(...group.map(delayOf)) : delayOf(first);
  return { fromMs, toMs, wallMs: first.fileMs + delayMs + (fromMs - first.fileMs) * rate, rate };
}

/** A stretch of a file and where it stands in the composed one (all ms). */
export interface Placed {
  fileFromMs: number;
  fileToMs: number;
  atMs: number;
  rate: number;
}

/** Puts a stretch where it belongs in the recording, without what was not recorded. */
export function place(stretch: EvenStretch, spans: readonly Span[]): Placed[] {
  const { fromMs, toMs, wallMs, rate } = stretch;
  let passedMs = 0;
  return spans.flatMap((span) => {
    const beginsMs = passedMs;
    passedMs += span.toMs - span.fromMs;
    const wallFrom = Math.max(wallMs, span.fromMs);
    const wallTo = Math.min(wallMs + (toMs - fromMs) * rate, span.toMs);
    if (wallTo <= wallFrom) return [];
    const inFile = (wall: number) => fromMs + (wall - wallMs) / rate;
    return [
      {
        fileFromMs: inFile(wallFrom),
        fileToMs: inFile(wallTo),
        atMs: beginsMs + wallFrom - span.fromMs,
        rate,
      },
    ];
  });
}
