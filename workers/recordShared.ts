import type { Knex } from 'knex';
import { recordBoard } from '../api/board/index.ts';
import { recordMessage } from '../api/chat/index.ts';
import type { StreamOf } from '../api/streams/index.ts';
import { sharedEntry, sharedGroup, sharedStream, type SharedEntry } from '../media/contracts/shared.ts';

/** What people make together in rooms, as workers read it. */
export const sharedEntries: StreamOf<SharedEntry> = {
  key: sharedStream,
  group: sharedGroup,
  field: 'entry',
  schema: sharedEntry,
};

/** Brings an entry of a room's log to the domain that keeps it; resolves when that is committed. */
export async function recordShared(knex: Knex, entry: SharedEntry): Promise<void> {
  if (entry.kind === 'board') await recordBoard(knex, entry);
  else await recordMessage(knex, entry);
}
