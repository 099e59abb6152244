import type { Redis } from 'ioredis';
import { enqueueJob, nudgeThrough } from '../../api/outbox/index.ts';
import { openDatabase } from '../../config/database.ts';

/** A process that is killed after its commit, before the relay hears of it. Arguments: database URL, booking's id. */
const [databaseUrl = '', bookingId = ''] = process.argv.slice(2);
const dying = {
  publish: () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise<number>(() => undefined);
  },
};
nudgeThrough(dying as unknown as Redis);
await openDatabase(databaseUrl).transaction((trx) => enqueueJob(trx, 'mail.bookingConfirmed', { bookingId }));
await new Promise(() => setInterval(() => undefined, 1_000));
