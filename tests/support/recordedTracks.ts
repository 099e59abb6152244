import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { User } from '../../api/accounts/index.ts';
import type { RoomFact } from '../../media/contracts/facts.ts';
import type { SegmentHead } from '../../media/contracts/recording.ts';

const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args]);
const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '25'];

interface Track {
  /** Where recordings lie. */
  folder: string;
  recordingId: string;
  user: Pick<User, 'id' | 'role'>;
  source: SegmentHead['source'];
  /** When its file's clock was 0 (ms since the epoch). */
  beginsMs: number;
}

/**
 * Writes a track as a media node would that was killed while it wrote.
 * @param lavfi what was sent, one after the other (https://ffmpeg.org/ffmpeg-filters.html)
 */
export async function writeTrack(
  { folder, recordingId, user, source, beginsMs }: Track,
  ...lavfi: string[]
): Promise<void> {
  const segmentId = randomUUID();
  const place = join(folder, recordingId);
  await mkdir(place, { recursive: true });
  const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
  const encode = kind === 'audio' ? ['-c:a', 'libopus'] : vp8;
  const parts = lavfi.map((_, index) => join(folder, `${segmentId}-${index}.mkv`));
  for (const [index, filter] of lavfi.entries())
    await ffmpeg('-f', 'lavfi', '-i', filter, ...encode, parts[index]!);
  const list = join(folder, `${segmentId}.txt`);
  await writeFile(list, parts.map((part) => `file '${part}'\n`).join(''));
  await ffmpeg('-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', join(place, `${segmentId}.mkv`));
  await Promise.all([list, ...parts].map((path) => rm(path)));
  const head = { segmentId, recordingId, userId: user.id, role: user.role, source, kind, codec: `${kind}/x` };
  const lines = [head, { fileMs: 0, wallMs: beginsMs }, { fileMs: 40, wallMs: beginsMs + 40 }];
  const journal = lines.map((line) => JSON.stringify(line)).join('\n');
  await writeFile(join(place, `${segmentId}.jsonl`), `${journal}\n{"file`);
}

type Turned = Extract<RoomFact, { type: 'recording.turned' }>;

/** A mentor's press on the recording, as a fact. */
export const turnedFact = (
  about: Pick<Turned, 'sessionId' | 'recordingId' | 'to' | 'byUserId'>,
  atMs: number,
): Turned => {
  const at = new Date(atMs).toISOString();
  return {
    ...about,
    ...{ type: 'recording.turned', id: randomUUID(), at, turnedAt: at },
    ...{ nodeId: 'node', roomCode: randomUUID() },
  };
};
