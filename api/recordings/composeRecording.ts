import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Logger } from '../../config/logger.ts';
import { learnFonts } from '../../config/ownFonts.ts';
import type { Settings } from '../../config/settings.ts';
import { User } from '../accounts/index.ts';
import type { Chapter } from '../contracts/recordings.ts';
import { Session } from '../sessions/index.ts';
import { changeRecording } from './announceRecording.ts';
import { removeRecording } from './cleanRecordings.ts';
import { drawCards } from './drawCards.ts';
import { findSegments } from './findSegments.ts';
import { RecordingRow, RecordingTurnRow } from './model.ts';
import { placesOf } from './places.ts';
import { arrange, planComposition } from './planComposition.ts';
import { placeTicks, lengthOf, recordingRules, spansOf } from './rules.ts';
import { canWriteMp4, runFfmpeg } from './runFfmpeg.ts';

interface Context {
  knex: Knex;
  settings: Settings;
  logger: Logger;
}

/** When the topics of a lesson were ticked. */
type FindTicks = (knex: Knex, sessionId: string) => Promise<{ title: string; at: string }[]>;

/**
 * Job `recording.compose`: makes one file of all tracks (ROOM-12). Done again after a crash it begins anew; done twice,
 * even at the same time, it comes to the same. What cannot be composed is told, and keeps its tracks.
 */
export async function composeRecording(
  context: Context,
  recordingId: string,
  signal: AbortSignal | undefined,
  findTicks: FindTicks,
): Promise<void> {
  const { knex, settings, logger } = context;
  const row = await RecordingRow.query(knex).findById(recordingId);
  if (row?.state !== 'composing') return;
  const places = placesOf(settings.recording, recordingId);
  // Of its own: a worker that was taken for lost may still be at it.
  const scratch = join(places.unfinished, randomUUID());
  await mkdir(scratch, { recursive: true });
  try {
    const made = await compose(context, row, {
      scratch,
      signal,
      ticks: await findTicks(knex, row.sessionId),
    });
    await rename(made.file, places.composed);
    const { size: bytes } = await stat(places.composed);
    const { durationMs, type, chapters } = made;
    const expiresAt = new Date(Date.now() + recordingRules.keptForMs).toISOString();
    const change = { state: 'ready' as const, progress: 100, bytes, durationMs, type, chapters, expiresAt };
    const isKept = await changeRecording(knex, recordingId, ['composing'], change);
    // What somebody was removed from meanwhile.
    if (!isKept) return await removeRecording(context, recordingId);
    for (const used of [places.segments, places.unfinished]) await rm(used, { recursive: true, force: true });
  } catch (error) {
    // Another worker does it again.
    if (signal?.aborted) throw error;
    logger.error({ err: error, recordingId }, 'a recording could not be composed');
    await changeRecording(knex, recordingId, ['composing'], { state: 'failed' });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Attempt {
  /** A folder that goes with it. */
  scratch: string;
  signal: AbortSignal | undefined;
  ticks: { title: string; at: string }[];
}

async function compose(
  { knex, settings }: Context,
  { id, sessionId }: RecordingRow,
  { scratch, signal, ticks }: Attempt,
) {
  const { ffmpeg } = settings.recording;
  const { segments: folder } = placesOf(settings.recording, id);
  const segments = await findSegments(ffmpeg, { folder, scratch, signal });
  const ends = segments.flatMap(({ stretches }) =>
    stretches.map(({ wallMs, fromMs, toMs, rate }) => wallMs + (toMs - fromMs) * rate),
  );
  const turns = await RecordingTurnRow.query(knex).where({ recordingId: id });
  const spans = spansOf(
    turns,
    ends.reduce((last, end) => Math.max(last, end), 0),
  );
  const durationMs = lengthOf(spans);
  if (segments.length === 0 || durationMs <= 0) throw new Error('nothing was recorded');

  const userIds = [...new Set(segments.map(({ userId }) => userId))];
  const names = new Map((await User.query(knex).findByIds(userIds)).map((user) => [user.id, user.name]));
  const { title } = await Session.query(knex).findById(sessionId).throwIfNotFound();
  const layout = arrange(segments, userIds);
  const cards = { cards: join(scratch, 'cards.png'), names: join(scratch, 'names.png') };
  await learnFonts(join(settings.dataDir, 'fonts'));
  await drawCards(layout, (userId) => names.get(userId) ?? '', title, cards);
  const { inputs, graph } = planComposition(segments, layout, spans, durationMs);
  const [script, meta] = [join(scratch, 'graph.txt'), join(scratch, 'chapters.txt')];
  await writeFile(script, graph);
  const chapters = placeTicks(ticks, spans);
  await writeFile(meta, metadata(title, chapters, durationMs));

  const isMp4 = await canWriteMp4(ffmpeg);
  const file = join(scratch, isMp4 ? 'composed.mp4' : 'composed.webm');
  const args = [
    ...['-i', cards.cards, '-i', cards.names],
    ...inputs.flatMap(({ file: input, from, seconds }) => [
      ...['-threads', '1', '-ss', from.toFixed(3), '-t', seconds.toFixed(3), '-i', input],
    ]),
    ...['-f', 'ffmetadata', '-i', meta, '-filter_complex_script', script],
    ...['-map', '[picture]', '-map', '[sound]', '-map_metadata', `${inputs.length + 2}`],
    ...['-map_chapters', `${inputs.length + 2}`, '-t', (durationMs / 1000).toFixed(3)],
    ...(isMp4 ? mp4 : webm),
    ...['-y', file],
  ];
  const onProgress = reportProgress(knex, id, durationMs);
  await runFfmpeg(ffmpeg, args, { signal, onProgress });
  return {
    file,
    durationMs: Math.round(durationMs),
    type: isMp4 ? 'video/mp4' : 'video/webm',
    chapters,
  };
}

const mp4 = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '26', '-g', '100', '-pix_fmt', 'yuv420p'],
  ...['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart', '-f', 'mp4'],
];
const webm = [
  ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '5', '-b:v', '1200k', '-g', '100'],
  ...['-c:a', 'libopus', '-b:a', '96k', '-f', 'webm'],
];
/** Each step is an event to everybody who looks on. */
const progressStep = 5;

function reportProgress(knex: Knex, id: string, durationMs: number): (doneMs: number) => void {
  let told = 0;
  return (doneMs) => {
    const progress = Math.min(99, Math.floor((doneMs / durationMs) * 100));
    if (progress < told + progressStep) return;
    told = progress;
    // A figure that is lost is followed by the next one.
    changeRecording(knex, id, ['composing'], { progress }).catch(() => undefined);
  };
}

/** FFmpeg's metadata format (https://ffmpeg.org/ffmpeg-formats.html#Metadata-1). */
function metadata(title: string, ticked: Chapter[], durationMs: number): string {
  // MP4 has the first chapter begin where the file does.
  const chapters = ticked[0]?.atMs ? [{ atMs: 0, title }, ...ticked] : ticked;
  const escaped = (text: string) => text.replaceAll(/[=;#\\]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
  const marks = chapters.map(({ atMs, title: name }, index) => {
    const endMs = chapters[index + 1]?.atMs ?? Math.round(durationMs);
    return `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${atMs}\nEND=${endMs}\ntitle=${escaped(name)}\n`;
  });
  return `;FFMETADATA1\ntitle=${escaped(title)}\n${marks.join('')}`;
}
