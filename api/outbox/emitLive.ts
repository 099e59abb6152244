import type { Knex } from 'knex';
import { liveEvents, type LiveEventData, type LiveEventName } from '../contracts/events.ts';
import { addRow } from './addRow.ts';

/**
 * Writes a live event into the caller's transaction; pages on any of the channels hear it after the commit.
 * Events of one channel arrive in the order in which they were written.
 * @param channels from `channels` in the contracts; a page on several of them hears the event once.
 * @throws ZodError when the data is not what the event carries; what the schema does not name is left out.
 */
export async function emitLive<N extends LiveEventName>(
  trx: Knex.Transaction,
  channels: string[],
  name: N,
  data: LiveEventData<N>,
): Promise<void> {
  await addRow(trx, { kind: 'event', name, payload: liveEvents[name].parse(data), channels });
}
