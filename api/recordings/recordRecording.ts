import type { Knex } from 'knex';
import type { RoomFact } from '../../media/contracts/facts.ts';
import { enqueueJob } from '../outbox/index.ts';
import { changeRecording } from './announceRecording.ts';
import { RecordingRow, RecordingSegmentRow, RecordingTurnRow } from './model.ts';

type Fact = Extract<RoomFact, { type: 'recording.turned' | 'recording.segment' }>;

/** Keeps what a media node tells of a recording; told twice, it is kept once and composed once. */
export async function recordRecording(knex: Knex, fact: Fact): Promise<void> {
  const { id, recordingId, sessionId } = fact;
  if (fact.type === 'recording.segment') {
    const { segmentId, userId, source, at } = fact;
    const row = { id: segmentId, recordingId, userId, source, beganAt: at };
    await RecordingSegmentRow.query(knex).insert(row).onConflict('id').ignore();
    return;
  }
  const { to, turnedAt } = fact;
  const first = {
    id: recordingId,
    sessionId,
    state: 'recording' as const,
    startedAt: turnedAt,
    chapters: [],
  };
  await RecordingRow.query(knex).insert(first).onConflict('id').ignore();
  await RecordingTurnRow.query(knex)
    .insert({ id, recordingId, at: turnedAt, turnedTo: to })
    .onConflict('id')
    .ignore();
  if (to === 'off') await closeRecording(knex, recordingId);
  else
    await changeRecording(knex, recordingId, ['recording', 'paused'], {
      state: to === 'on' ? 'recording' : 'paused',
    });
}

/** Has a recording that is over composed. */
export const closeRecording = (knex: Knex, recordingId: string): Promise<boolean> =>
  changeRecording(knex, recordingId, ['recording', 'paused'], { state: 'composing', progress: 0 }, (trx) =>
    enqueueJob(trx, 'recording.compose', { recordingId }),
  );
