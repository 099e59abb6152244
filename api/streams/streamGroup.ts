import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { StreamOf } from './StreamConsumer.ts';

const rejectedLength = 10_000;
const batchSize = 100;
/** A new entry ends the wait at once; this is how long a stop has to wait for it. */
const blockMs = 250;
/** A consumer's name is removed when it has nothing left and was silent for this long. */
const forgetAfterMs = 3_600_000;

export interface StreamEntry {
  entryId: string;
  text: string;
}

type Place = Pick<StreamOf<unknown>, 'key' | 'group' | 'field'>;
export type StreamGroup = ReturnType<typeof createStreamGroup>;

/** One consumer's part in the group that reads a stream (https://redis.io/docs/latest/develop/data-types/streams/). */
export function createStreamGroup(redis: Redis, { key, group, field }: Place) {
  const consumer = randomUUID();
  // Entries that were not understood, for a person to look at.
  const rejected = `${key}:rejected`;

  const read = async (from: '>' | '0'): Promise<StreamEntry[]> => {
    const answer = await redis.xreadgroup(
      'GROUP', group, consumer, 'COUNT', batchSize, 'BLOCK', blockMs, 'STREAMS', key, from,
    ); // prettier-ignore
    return entriesOf(answer?.[0]?.[1] ?? [], field);
  };

  return {
    /** Makes the group when it is not there: at the first start, or when Redis came back empty. */
    join: async () => {
      // Refused when it is there already; any other trouble shows at the next read.
      await redis.xgroup('CREATE', key, group, '0', 'MKSTREAM').catch(() => undefined);
      await forgetOldConsumers(redis, key, group);
    },
    /** What this consumer took and did not finish. */
    readOwn: () => read('0'),
    /** What nobody has taken; waits a moment for it. */
    readNew: () => read('>'),
    /** Takes over what another consumer has held for so long that it must be dead. */
    claimAbandoned: async (idleMs: number): Promise<StreamEntry[]> => {
      const answer = await redis.xautoclaim(key, group, consumer, idleMs, '0', 'COUNT', batchSize);
      return entriesOf((answer as [string, RawEntry[]])[1], field);
    },
    /** Nothing else reads the stream, so what is done is removed: its length is what waits. */
    done: async (entryId: string) => {
      await redis.multi().xack(key, group, entryId).xdel(key, entryId).exec();
    },
    setAside: async (entryId: string, text: string) => {
      await redis
        .multi()
        .xadd(rejected, 'MAXLEN', '~', rejectedLength, '*', field, text)
        .xack(key, group, entryId)
        .xdel(key, entryId)
        .exec();
    },
    /** Removes this consumer's name unless it still holds entries, which would be lost with it. */
    leave: async () => {
      const held = await redis.xpending(key, group, '-', '+', 1, consumer);
      if (held.length === 0) await redis.xgroup('DELCONSUMER', key, group, consumer);
    },
  };
}

type RawEntry = [string, string[] | null];

/** An entry that was deleted meanwhile has no fields; one without the field is not understood. */
function entriesOf(raw: RawEntry[], field: string): StreamEntry[] {
  return raw.map(([entryId, fields]) => ({ entryId, text: fields?.[fields.indexOf(field) + 1] ?? '' }));
}

async function forgetOldConsumers(redis: Redis, key: string, group: string) {
  const answer = (await redis.xinfo('CONSUMERS', key, group)) as (string | number)[][];
  for (const flat of answer) {
    const value = (name: string) => flat[flat.indexOf(name) + 1];
    const old = Number(value('pending')) === 0 && Number(value('idle')) > forgetAfterMs;
    if (old) await redis.xgroup('DELCONSUMER', key, group, String(value('name')));
  }
}
