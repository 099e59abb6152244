import type { Caller } from '../accounts/index.ts';
import type { Recording } from '../contracts/recordings.ts';
import { createLinks, type FindPrivateFile } from '../files/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, Session, standIn } from '../sessions/index.ts';
import { changeRecording } from './announceRecording.ts';
import { RecordingRow, RecordingTurnRow } from './model.ts';
import { placesOf } from './places.ts';
import { mayWatch } from './policy.ts';
import { recordingRules, stretchesOf } from './rules.ts';

/** The recordings of a lesson in their order, each with a fresh link. @throws Refusal `not_found`, `forbidden` */
export async function listRecordings(
  services: Services,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<{ items: Recording[] }> {
  const { knex } = services;
  const { standing } = await standIn(knex, seats, me, sessionId);
  if (!mayWatch(standing)) throw new Refusal('forbidden');
  const rows = await RecordingRow.query(knex).where({ sessionId }).orderBy(['startedAt', 'id']);
  const turns = await RecordingTurnRow.query(knex).whereIn(
    'recordingId',
    rows.map(({ id }) => id),
  );
  const own = (id: string) => turns.filter(({ recordingId }) => recordingId === id);
  return { items: rows.map((row) => present(services, row, own(row.id))) };
}

/** Composes anew what could not be composed. @throws Refusal `not_found`, `forbidden`, `wrong_state` */
export async function composeAgain(services: Services, me: Caller, id: string): Promise<void> {
  const { knex } = services;
  const row = found(await RecordingRow.query(knex).findById(id));
  const lesson = found(await Session.query(knex).findById(row.sessionId));
  if (lesson.mentorId !== me.userId) throw new Refusal('forbidden');
  const again = await changeRecording(knex, id, ['failed'], { state: 'composing', progress: 0 }, (trx) =>
    enqueueJob(trx, 'recording.compose', { recordingId: id }),
  );
  if (!again) throw new Refusal('wrong_state');
}

/** What a signed link leads to, as long as it is kept. */
export const findRecordingFile =
  ({ knex, settings, now }: Services): FindPrivateFile =>
  async (id) => {
    const row = await RecordingRow.query(knex)
      .findOne({ id, state: 'ready' })
      .where('expires_at', '>', now().toISOString());
    if (!row?.type) return undefined;
    const ending = row.type.split('/')[1] ?? '';
    const name = `peerlearn-recording-${row.startedAt.slice(0, 10)}.${ending}`;
    return { path: placesOf(settings.recording, id).composed, type: row.type, name };
  };

function present({ settings, now }: Services, row: RecordingRow, turns: RecordingTurnRow[]): Recording {
  const { id, startedAt, progress, durationMs, bytes, chapters, expiresAt } = row;
  const isOver = row.state === 'ready' && expiresAt !== null && expiresAt <= now().toISOString();
  const state = isOver ? 'expired' : row.state;
  const until = new Date(now().getTime() + recordingRules.linkMs);
  return {
    ...{ id, state, startedAt, progress, durationMs, chapters, expiresAt },
    bytes: bytes === null ? null : Number(bytes),
    stretches: durationMs === null ? [] : stretchesOf(turns, durationMs),
    url: state === 'ready' ? createLinks(settings).make(id, until) : null,
  };
}
