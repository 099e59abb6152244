import type { Knex } from 'knex';
import { endedSubscriptions, Push } from './model.ts';

const dayMs = 24 * 3_600_000;
/** Longer than any push is tried. */
const keepDays = 7;

/** Job `push.clean`: removes subscriptions of browsers that are logged out, and records of a week ago. */
export async function cleanPush(knex: Knex, now: Date): Promise<void> {
  await endedSubscriptions(knex).delete();
  await Push.query(knex)
    .where('settled_at', '<', new Date(now.getTime() - keepDays * dayMs).toISOString())
    .delete();
}
