import type { Knex } from 'knex';
import { recordBoard } from '../api/board/index.ts';
import { recordMessage } from '../api/chat/index.ts';
import type { StreamOf } from '../api/streams/index.ts';
import { recordTopicChange } from '../api/topicMarks/index.ts';
import { sharedEntry, sharedGroup, sharedStream, type SharedEntry } from '../media/contracts/shared.ts';

/** What people make together in rooms, as workers read it. */
export const sharedEntries: StreamOf<SharedEntry> = {
  key: sharedStream,
  group: sharedGroup,
  field: 'entry',
  schema: sharedEntry,
};

/** Brings each kind to the domain that keeps it. */
const recorders: { [K in SharedEntry['kind']]: Recorder<K> } = {
  board: recordBoard,
  chat: recordMessage,
  topics: recordTopicChange,
};
type Recorder<K extends SharedEntry['kind']> = (
  knex: Knex,
  entry: Extract<SharedEntry, { kind: K }>,
) => Promise<void>;

/** Brings an entry of a room's log to the domain that keeps it; resolves when that is committed. */
export async function recordShared(knex: Knex, entry: SharedEntry): Promise<void> {
  const record = recorders[entry.kind] as (knex: Knex, entry: SharedEntry) => Promise<void>;
  await record(knex, entry);
}
