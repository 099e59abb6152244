import type { Knex } from 'knex';
import { attendanceOf } from './attendanceOf.ts';
import { hasAttended } from './rules.ts';

/** Those who were in a lesson's room for long enough to have attended it (LES-9). */
export async function provedToAttend(knex: Knex, sessionId: string, now: Date): Promise<Set<string>> {
  const people = await attendanceOf(knex, sessionId, now);
  return new Set(people.filter(hasAttended).map(({ userId }) => userId));
}
