import type { Knex } from 'knex';
import { factsOf } from './model.ts';
import { attendance, type Attendance } from './rules.ts';

/**
 * Proved attendance of a lesson (LES-9): for each person the stretches of time in its room, with and without
 * media of theirs flowing, as the media nodes saw it.
 * @param now end of a presence that is not over.
 */
export async function attendanceOf(knex: Knex, sessionId: string, now: Date): Promise<Attendance[]> {
  return attendance(await factsOf(knex, sessionId), now.toISOString());
}
