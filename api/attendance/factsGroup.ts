import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { factsGroup, factsStream } from '../../media/contracts/facts.ts';

/** Entries that were not understood, for a person to look at. */
export const rejectedFactsStream = 'peerlearn:facts:rejected';
const rejectedLength = 10_000;
const batchSize = 100;
/** A new entry ends the wait at once; this is how long a stop has to wait for it. */
const blockMs = 250;
/** A consumer's name is removed when it has nothing left and was silent for this long. */
const forgetAfterMs = 3_600_000;

export interface FactEntry {
  entryId: string;
  text: string;
}

export type FactsGroup = ReturnType<typeof createFactsGroup>;

/** One consumer's part in the group that reads the facts (https://redis.io/docs/latest/develop/data-types/streams/). */
export function createFactsGroup(redis: Redis) {
  const consumer = randomUUID();

  const read = async (from: '>' | '0'): Promise<FactEntry[]> => {
    const answer = await redis.xreadgroup(
      'GROUP', factsGroup, consumer, 'COUNT', batchSize, 'BLOCK', blockMs, 'STREAMS', factsStream, from,
    ); // prettier-ignore
    return entriesOf(answer?.[0]?.[1] ?? []);
  };

  return {
    /** Makes the group when it is not there: at the first start, or when Redis came back empty. */
    join: async () => {
      // Refused when it is there already; any other trouble shows at the next read.
      await redis.xgroup('CREATE', factsStream, factsGroup, '0', 'MKSTREAM').catch(() => undefined);
      await forgetOldConsumers(redis);
    },
    /** What this consumer took and did not finish. */
    readOwn: () => read('0'),
    /** What nobody has taken; waits a moment for it. */
    readNew: () => read('>'),
    /** Takes over what another consumer has held for so long that it must be dead. */
    claimAbandoned: async (idleMs: number): Promise<FactEntry[]> => {
      const answer = await redis.xautoclaim(
        factsStream,
        factsGroup,
        consumer,
        idleMs,
        '0',
        'COUNT',
        batchSize,
      );
      return entriesOf((answer as [string, RawEntry[]])[1]);
    },
    /** Nothing else reads the stream, so what is done is removed: its length is what waits. */
    done: async (entryId: string) => {
      await redis.multi().xack(factsStream, factsGroup, entryId).xdel(factsStream, entryId).exec();
    },
    setAside: async (entryId: string, text: string) => {
      await redis
        .multi()
        .xadd(rejectedFactsStream, 'MAXLEN', '~', rejectedLength, '*', 'fact', text)
        .xack(factsStream, factsGroup, entryId)
        .xdel(factsStream, entryId)
        .exec();
    },
    /** Removes this consumer's name unless it still holds entries, which would be lost with it. */
    leave: async () => {
      const held = await redis.xpending(factsStream, factsGroup, '-', '+', 1, consumer);
      if (held.length === 0) await redis.xgroup('DELCONSUMER', factsStream, factsGroup, consumer);
    },
  };
}

type RawEntry = [string, string[] | null];

/** An entry that was deleted meanwhile has no fields; one without `fact` is not understood. */
function entriesOf(raw: RawEntry[]): FactEntry[] {
  return raw.map(([entryId, fields]) => ({ entryId, text: fields?.[fields.indexOf('fact') + 1] ?? '' }));
}

async function forgetOldConsumers(redis: Redis) {
  const answer = (await redis.xinfo('CONSUMERS', factsStream, factsGroup)) as (string | number)[][];
  for (const flat of answer) {
    const value = (key: string) => flat[flat.indexOf(key) + 1];
    const old = Number(value('pending')) === 0 && Number(value('idle')) > forgetAfterMs;
    if (old) await redis.xgroup('DELCONSUMER', factsStream, factsGroup, String(value('name')));
  }
}
