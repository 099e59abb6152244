import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { nudgeAfter } from './nudge.ts';

export interface NewOutboxRow {
  kind: 'job' | 'event';
  name: string;
  payload: unknown;
  channels: string[];
}

export async function addRow(trx: Knex.Transaction, row: NewOutboxRow): Promise<void> {
  await trx('outbox').insert({
    id: randomUUID(),
    kind: row.kind,
    name: row.name,
    payload: JSON.stringify(row.payload),
    channels: JSON.stringify(row.channels),
    created_at: new Date().toISOString(),
  });
  nudgeAfter(trx);
}
