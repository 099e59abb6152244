import type { Knex } from 'knex';
import { removePublished } from '../api/outbox/index.ts';

const keepDays = 7;
const dayMs = 24 * 3_600_000;

/** Job `outbox.clean`: removes what was delivered a week ago; until then it tells what happened. */
export async function cleanOutbox(knex: Knex): Promise<void> {
  await removePublished(knex, new Date(Date.now() - keepDays * dayMs));
}
