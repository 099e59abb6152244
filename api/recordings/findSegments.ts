import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  clockAnchor,
  segmentHead,
  type ClockAnchor,
  type SegmentHead,
} from '../../media/contracts/recording.ts';
import type { FoundSegment } from './planComposition.ts';
import { evenStretches, type EvenStretch } from './rules.ts';
import { measure, runFfmpeg } from './runFfmpeg.ts';

/**
 * A camera that sends nothing for longer shows a card, and so long a silence of a microphone is no part of its sound:
 * FFmpeg would hold all of it in memory. A screen that does not change sends nothing.
 */
const freezesForMs = 2_000;

/**
 * What is there of a recording, whatever became of those who wrote it. Pictures are brought into order first: a file that
 * was never ended has no index, and FFmpeg's graph bears no change of size within an input.
 * @param scratch a folder for that
 */
export async function findSegments(
  ffmpeg: string,
  { folder, scratch, signal }: { folder: string; scratch: string; signal: AbortSignal | undefined },
): Promise<FoundSegment[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  const found: FoundSegment[] = [];
  for (const name of names) {
    signal?.throwIfAborted();
    const journal = await readJournal(join(folder, name));
    if (journal) found.push(...(await readSegment(ffmpeg, journal, { folder, scratch, signal })));
  }
  return found;
}

async function readSegment(
  ffmpeg: string,
  { head, anchors }: { head: SegmentHead; anchors: ClockAnchor[] },
  { folder, scratch, signal }: { folder: string; scratch: string; signal: AbortSignal | undefined },
): Promise<FoundSegment[]> {
  const { segmentId, userId, role, source, kind } = head;
  const file = join(scratch, `${segmentId}.mkv`);
  try {
    const raw = join(folder, `${segmentId}.mkv`);
    const copy = ['-map', '0', '-c', 'copy', '-copyinkf', '-copyts'];
    await runFfmpeg(ffmpeg, ['-i', raw, ...copy, '-y', file], { signal });
    const { packets, endMs, changesMs, times } = await measure(ffmpeg, file, kind);
    if (packets === 0 || anchors.length === 0) return [];
    const frozen = source === 'screen' ? [] : pausesIn(times);
    const stretches = evenStretches(anchors, endMs).flatMap((stretch) => cut(stretch, changesMs, frozen));
    const files = changesMs.length > 0 ? await split(ffmpeg, { file, changesMs, signal }) : [file];
    return files.map((part, index) => {
      const [from, to] = [changesMs[index - 1] ?? 0, changesMs[index] ?? Infinity];
      const own = stretches.filter(({ fromMs }) => fromMs >= from && fromMs < to);
      const inPart = own.map((each) => ({ ...each, fromMs: each.fromMs - from, toMs: each.toMs - from }));
      return { userId, role, source, kind, file: part, stretches: inPart };
    });
  } catch (error) {
    signal?.throwIfAborted();
    // A file that was cut off before its first packet holds nothing.
    if (error instanceof Error && error.message.startsWith('FFmpeg failed')) return [];
    throw error;
  }
}

/** Divides a file before the key frames with which its size changes. Each part's time begins at 0. */
async function split(
  ffmpeg: string,
  { file, changesMs, signal }: { file: string; changesMs: number[]; signal: AbortSignal | undefined },
): Promise<string[]> {
  const part = (index: number | string) => file.replace(/\.mkv$/, `-${index}.mkv`);
  const times = changesMs.map((ms) => (ms / 1000).toFixed(3)).join(',');
  const cuts = ['-segment_times', times, '-segment_time_delta', '0.01', '-reset_timestamps', '1'];
  const output = ['-f', 'segment', ...cuts, '-segment_format', 'matroska', '-y', part('%d')];
  await runFfmpeg(ffmpeg, ['-i', file, '-map', '0', '-c', 'copy', ...output], { signal });
  return [0, ...changesMs].map((_, index) => part(index));
}

interface Pause {
  fromMs: number;
  toMs: number;
}

function pausesIn(times: readonly number[]): Pause[] {
  return times.slice(1).flatMap((toMs, index) => {
    const fromMs = times[index] ?? toMs;
    return toMs - fromMs > freezesForMs ? [{ fromMs, toMs }] : [];
  });
}

/** Divides a stretch at these places, and takes what is frozen out of it. */
function cut(stretch: EvenStretch, atMs: readonly number[], frozen: readonly Pause[]): EvenStretch[] {
  const from = (fromMs: number, toMs: number): EvenStretch => ({
    ...{ fromMs, toMs, rate: stretch.rate },
    wallMs: stretch.wallMs + (fromMs - stretch.fromMs) * stretch.rate,
  });
  const marks = [...atMs, ...frozen.flatMap(({ fromMs, toMs }) => [fromMs, toMs])];
  const inside = marks.filter((mark) => mark > stretch.fromMs && mark < stretch.toMs).sort((a, b) => a - b);
  const bounds = [stretch.fromMs, ...inside, stretch.toMs];
  return bounds.slice(1).flatMap((toMs, index) => {
    const fromMs = bounds[index] ?? toMs;
    const isFrozen = frozen.some((pause) => pause.fromMs <= fromMs && toMs <= pause.toMs);
    return toMs > fromMs && !isFrozen ? [from(fromMs, toMs)] : [];
  });
}

/** A line that was being written when its process was killed is left out. */
async function readJournal(file: string): Promise<{ head: SegmentHead; anchors: ClockAnchor[] } | undefined> {
  const lines = (await readFile(file, 'utf8')).split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
  const head = segmentHead.safeParse(lines[0]);
  if (!head.success) return undefined;
  const anchors = lines.slice(1).flatMap((line) => clockAnchor.safeParse(line).data ?? []);
  return { head: head.data, anchors };
}
