import type { Knex } from 'knex';
import type { Landing } from '../contracts/landing.ts';
import { countMentors, listMentors } from '../mentors/index.ts';
import { countOpenSessions, listOpenSessions } from '../sessions/index.ts';

const most = 10;

/** All that the landing page shows: live lessons first, then the soonest; the best mentors; how many there are. */
export async function readLanding(knex: Knex, now: Date): Promise<Landing> {
  const live = await listOpenSessions(knex, { liveNow: true, limit: most }, now);
  const left = most - live.items.length;
  const next = left > 0 ? await listOpenSessions(knex, { liveNow: false, limit: left }, now) : { items: [] };
  const best = await listMentors(knex, { limit: most }, now);
  return {
    ...(await countOpenSessions(knex, now)),
    mentorCount: await countMentors(knex),
    topSessions: [...live.items, ...next.items],
    bestMentors: best.items,
  };
}
