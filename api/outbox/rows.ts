import type { Knex } from 'knex';

export interface OutboxRow {
  position: number;
  id: string;
  kind: 'job' | 'event';
  name: string;
  /** JSON. */
  payload: string;
  /** JSON array of channel names; empty for a job. */
  channels: string;
}

export async function waitingRows(knex: Knex, limit: number): Promise<OutboxRow[]> {
  return knex<OutboxRow>('outbox').whereNull('published_at').orderBy('position').limit(limit);
}

export async function markPublished(knex: Knex, rows: OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const positions = rows.map((row) => row.position);
  await knex('outbox').whereIn('position', positions).update({ published_at: new Date().toISOString() });
}

/** How many rows wait for the relay; a number that stays high means that it does not get through. */
export async function countWaiting(knex: Knex): Promise<number> {
  const rows = await knex('outbox')
    .whereNull('published_at')
    .count<{ waiting: number | string }[]>({ waiting: '*' });
  return Number(rows[0]?.waiting ?? 0);
}

/**
 * Removes rows that were delivered before an instant, some at a time, so that no write lock is held for long.
 * @returns how many were removed.
 */
export async function removePublished(knex: Knex, before: Date, batchSize = 1_000): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = knex('outbox')
      .select('position')
      .where('published_at', '<', before.toISOString())
      .limit(batchSize);
    const count = await knex('outbox').whereIn('position', batch).delete();
    removed += count;
    if (count < batchSize) return removed;
  }
}
