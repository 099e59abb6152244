import type { Knex } from 'knex';
import { topicsOf } from './topicsOf.ts';

/** A moment at which the mentor had covered a topic. */
export interface Chapter {
  title: string;
  /** ISO 8601. */
  at: string;
  /** Milliseconds of the lesson's clock, which stands still while mentor and learners are apart. */
  atMs: number;
}

/** The ticks of a lesson's checklist, in the order of their time: chapters of its recording (ROOM-10, ROOM-12). */
export async function chaptersOf(knex: Knex, sessionId: string): Promise<Chapter[]> {
  const topics = await topicsOf(knex, sessionId);
  return topics
    .flatMap(({ title, covered }) => (covered ? [{ title, at: covered.at, atMs: covered.clockMs }] : []))
    .sort((one, other) => one.at.localeCompare(other.at));
}
