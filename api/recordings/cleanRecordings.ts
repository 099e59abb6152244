import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { changeRecording } from './announceRecording.ts';
import { RecordingRow, RecordingSegmentRow } from './model.ts';
import { placesOf } from './places.ts';
import { closeRecording } from './recordRecording.ts';
import { recordingRules } from './rules.ts';

interface Context {
  knex: Knex;
  settings: Pick<Settings, 'recording'>;
}

/** Job `recordings.clean`: removes what was kept for long enough, has composed what lost its media node, and tells what lost its job. */
export async function cleanRecordings({ knex, settings }: Context, now: Date): Promise<void> {
  const over = await RecordingRow.query(knex)
    .where({ state: 'ready' })
    .where('expires_at', '<=', now.toISOString());
  for (const { id } of over) {
    await removeBytes(settings, id);
    await changeRecording(knex, id, ['ready'], { state: 'expired', bytes: null });
  }
  const failedBefore = new Date(now.getTime() - recordingRules.keptForMs).toISOString();
  const failed = await RecordingRow.query(knex)
    .where({ state: 'failed' })
    .where('started_at', '<=', failedBefore);
  for (const { id } of failed) {
    await removeBytes(settings, id);
    await changeRecording(knex, id, ['failed'], { state: 'expired' });
  }
  const before = new Date(now.getTime() - recordingRules.composedWithinMs).toISOString();
  const stuck = RecordingRow.query(knex).where({ state: 'composing' }).where('started_at', '<=', before);
  // Whose lesson it is can have it composed again.
  for (const { id } of await stuck) await changeRecording(knex, id, ['composing'], { state: 'failed' });
  for (const { id, startedAt } of await RecordingRow.query(knex).whereIn('state', ['recording', 'paused'])) {
    const writtenMs = Math.max(
      Date.parse(startedAt),
      await lastWritten(placesOf(settings.recording, id).segments),
    );
    const live: unknown = await knex('sessions as s')
      .join('recordings as r', 'r.session_id', 's.id')
      .where({ 'r.id': id, 's.state': 'live' })
      .first('s.id');
    // A lesson that goes on may stay muted, or its recording paused, for long.
    if (!live && now.getTime() - writtenMs > recordingRules.lostAfterMs) await closeRecording(knex, id);
  }
}

/** Someone deletes their account: what they were recorded in goes with them. */
export async function removeRecordingsOf(trx: Knex.Transaction, userId: string): Promise<string[]> {
  const own = RecordingSegmentRow.query(trx).select('recording_id').where({ userId });
  const rows = await RecordingRow.query(trx).whereIn('id', own);
  const ids = rows.map(({ id }) => id);
  await RecordingRow.query(trx).whereIn('id', ids).patch({ state: 'expired', bytes: null });
  await RecordingSegmentRow.query(trx).where({ userId }).delete();
  return ids;
}

/** Job `recordings.remove`: removes the bytes of a recording that nobody is shown any more. */
export async function removeRecording({ knex, settings }: Context, id: string): Promise<void> {
  const row = await RecordingRow.query(knex).findById(id);
  if (!row || row.state === 'expired') await removeBytes(settings, id);
}

async function removeBytes({ recording }: Pick<Settings, 'recording'>, id: string): Promise<void> {
  for (const path of Object.values(placesOf(recording, id))) await rm(path, { recursive: true, force: true });
}

async function lastWritten(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...times);
}
