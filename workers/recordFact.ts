import type { Knex } from 'knex';
import { recordFact as recordAttendance } from '../api/attendance/index.ts';
import { recordQuality } from '../api/quality/index.ts';
import { recordRecording } from '../api/recordings/index.ts';
import type { RoomFact } from '../media/contracts/facts.ts';

/** Brings what a media node tells to the domain that keeps it; resolves when that is committed. */
export async function recordFact(knex: Knex, fact: RoomFact): Promise<void> {
  if (fact.type === 'quality.measured') await recordQuality(knex, fact);
  else {
    await recordAttendance(knex, fact);
    if (fact.type === 'recording.turned' || fact.type === 'recording.segment')
      await recordRecording(knex, fact);
  }
}
