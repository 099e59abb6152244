import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Booking } from '../../api/bookings/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { migrateToLatest, openDatabase, rollback } from '../../config/database.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { settingsEnv } from '../support/workersProcess.ts';
import { createSqliteDatabase, createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let database: TestDatabase;
let knex: Knex;
beforeEach(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
});
afterEach(async () => {
  await knex.destroy();
  await database.drop();
});

const migrateCommand = join(import.meta.dirname, '../../bin/commands/migrate.ts');
const tables = [
  'users',
  'refresh_tokens',
  'sessions',
  'session_topics',
  'bookings',
  'notifications',
  'outbox',
];
const present = async () => {
  const found = await Promise.all(tables.map((table) => knex.schema.hasTable(table)));
  return tables.filter((_, index) => found[index]);
};

describe('migrations', () => {
  test('go up, all the way down, and up again', async () => {
    await migrateToLatest(knex);
    expect(await present()).toEqual(tables);
    await buildBooking(knex);
    await rollback(knex, true);
    expect(await present()).toEqual([]);
    await migrateToLatest(knex);
    await migrateToLatest(knex);
    expect(await present()).toEqual(tables);
    await buildBooking(knex);
  });

  test('are done once when several processes start at the same time', async () => {
    const env = { ...settingsEnv({ databaseUrl: database.url, redisUrl: '', smtpUrl: '' }) };
    const exits = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = fork(migrateCommand, ['up'], { env, execArgv: [] });
        return (await once(child, 'exit')) as [number | null];
      }),
    );
    expect(exits.map(([code]) => code)).toEqual([0, 0, 0]);
    const done = await knex<{ name: string }>('knex_migrations').pluck('name');
    expect(new Set(done).size).toBe(done.length);
    expect(await present()).toEqual(tables);
  });
});

describe('the database itself refuses', () => {
  beforeEach(() => migrateToLatest(knex));

  test('a second live seat of a learner, more seats than there are, and the same e-mail twice', async () => {
    const session = await buildSession(knex, { capacity: 2 });
    const { learnerId } = await buildBooking(knex, { sessionId: session.id, state: 'cancelled' });
    const again = { sessionId: session.id, learnerId };
    await buildBooking(knex, again);
    await expect(buildBooking(knex, again)).rejects.toThrow(/unique/i);
    expect(await Booking.query(knex).where({ learnerId }).resultSize()).toBe(2);
    await expect(Session.query(knex).findById(session.id).patch({ seatsTaken: 3 })).rejects.toThrow();
    const { email } = await buildUser(knex);
    await expect(buildUser(knex, { email })).rejects.toThrow(/unique/i);
  });

  test('a row that points to nothing', async () => {
    const sessionId = '00000000-0000-4000-8000-000000000000';
    await expect(buildBooking(knex, { sessionId })).rejects.toThrow(/foreign key/i);
  });
});

describe('two processes', () => {
  const writer = join(import.meta.dirname, '../support/countSeatsMain.ts');
  const running: ChildProcess[] = [];
  afterEach(() => running.splice(0).forEach((child) => child.kill()));

  test('that write SQLite at the same time lose nothing', async () => {
    const file = await createSqliteDatabase();
    const own = openDatabase(file.url);
    await migrateToLatest(own);
    const [{ id: sessionId }, { id: userId }] = [await buildSession(own), await buildUser(own)];
    const writes = 150;
    await Session.query(own).findById(sessionId).patch({ capacity: 1_000 });
    const children = [1, 2].map(() =>
      fork(writer, [file.url, sessionId, userId, String(writes)], { execArgv: [] }),
    );
    running.push(...children);
    const exits = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(exits.map(([code]) => code as number)).toEqual([0, 0]);
    // Each read the count in its transaction and wrote one more: none wrote over the other's.
    expect((await Session.query(own).findById(sessionId))?.seatsTaken).toBe(2 * writes);
    expect(await Booking.query(own).where({ sessionId }).resultSize()).toBe(2 * writes);
    await own.destroy();
    await file.drop();
  });
});
