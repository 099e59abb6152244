import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Lock, Locker, RequestRelease } from '@tus/server';
import type { Knex } from 'knex';
import { Upload } from './model.ts';

/** Who holds a lock says so this often; who was killed has lost it after `leaseMs`. */
const renewMs = 500;
const leaseMs = 4_000;
const askAgainMs = 100;
const waitMs = 10_000;

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** An error that tus answers with. */
class TusRefusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super(body);
    this.status_code = status;
    this.body = body;
  }
}

/**
 * One writer an upload, over all processes: a lease in the upload's row. Who comes later asks the holder to let go:
 * mostly that is a connection which is dead without the server knowing.
 */
export function createUploadLocker(knex: Knex): Locker {
  return { newLock: (id) => createLock(knex, id) };
}

function createLock(knex: Knex, id: string): Lock {
  const me = randomUUID();
  const mine = () => Upload.query(knex).where({ id, lockedBy: me });
  let timer: NodeJS.Timeout | undefined;

  async function take(): Promise<boolean> {
    const taken = await Upload.query(knex)
      .where({ id })
      .where((free) => {
        void free.whereNull('locked_by').orWhere('locked_until', '<', inMs(0));
      })
      .patch({ lockedBy: me, lockedUntil: inMs(leaseMs), lockAskedAt: null });
    if (taken === 1) return true;
    const asked = await Upload.query(knex)
      .where({ id })
      .patch({ lockAskedAt: inMs(0) });
    if (asked === 0) throw new TusRefusal(404, 'There is no such upload.\n');
    return false;
  }

  async function renew(letGo: RequestRelease): Promise<void> {
    const kept = await mine().patch({ lockedUntil: inMs(leaseMs) });
    const row = kept === 1 ? await mine().first() : undefined;
    if (row?.lockAskedAt !== null) await letGo();
  }

  return {
    lock: async (signal, letGo) => {
      const until = Date.now() + waitMs;
      while (!(await take())) {
        if (signal.aborted || Date.now() > until)
          throw new TusRefusal(423, 'The upload is being written to.\n');
        await delay(askAgainMs);
      }
      // A renewal that fails is made up for by the next; the lease outlives several.
      timer = setInterval(() => void renew(letGo).catch(() => undefined), renewMs);
    },
    unlock: async () => {
      clearInterval(timer);
      await mine().patch({ lockedBy: null, lockedUntil: null, lockAskedAt: null });
    },
  };
}
