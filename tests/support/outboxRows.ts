import type { Knex } from 'knex';

export interface OutboxRow {
  name: string;
  channels: string[];
  payload: unknown;
}

/** What was written to the outbox under a name and about something, oldest first. */
export async function outboxRows(knex: Knex, name: string, about: string): Promise<OutboxRow[]> {
  const rows = await knex<{ name: string; channels: string; payload: string; position: number }>('outbox')
    .where({ name })
    .where('payload', 'like', `%${about}%`)
    .orderBy('position');
  return rows.map((row) => ({
    name: row.name,
    channels: JSON.parse(row.channels) as string[],
    payload: JSON.parse(row.payload) as unknown,
  }));
}
