import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Queue } from 'bullmq';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { io as connect } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channels, liveEvents } from '../../api/contracts/events.ts';
import { tellRoomOfGift } from '../../api/gifts/index.ts';
import { emitLive, enqueueJob } from '../../api/outbox/index.ts';
import { attachRealtime } from '../../api/realtime/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { mediaCommand, mediaCommandsStream } from '../../media/contracts/nodes.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { startProcess } from '../support/startProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { startWorkersProcess, type Surroundings, type WorkersProcess } from '../support/workersProcess.ts';

const soon = { timeout: 40_000, interval: 50 };
let database: TestDatabase;
let knex: Knex;
let ownRedis: OwnRedis;
let smtp: TestSmtp;
let surroundings: Surroundings;
let processes: WorkersProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
});
beforeEach(async () => {
  [smtp, ownRedis] = await Promise.all([startSmtp(), createOwnRedis()]);
  await ownRedis.start();
  surroundings = { databaseUrl: database.url, redisUrl: ownRedis.url, smtpUrl: smtp.url };
});
afterEach(async () => {
  smtp.release();
  await Promise.all(processes.map((process) => process.stop()));
  processes = [];
  await Promise.all([smtp.close(), ownRedis.close()]);
  await knex('outbox').delete();
});
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

async function startWorkers(waitUntilReady = true) {
  const started = await startWorkersProcess(surroundings, waitUntilReady);
  processes.push(started);
  return started;
}
async function bookingConfirmed() {
  const { id } = await buildBooking(knex);
  await knex.transaction((trx) => enqueueJob(trx, 'mail.bookingConfirmed', { bookingId: id }));
}
/** Mails of this test that are on record as sent. */
const sent = async () => {
  const rows = await knex('outbox')
    .join('mails', 'mails.id', 'outbox.id')
    .where({ state: 'sent' })
    .select('mails.id');
  return rows.length;
};
const kill = async (running: WorkersProcess) => {
  const gone = once(running.child, 'exit');
  running.child.kill('SIGKILL');
  await gone;
};

describe('mail', () => {
  test('is sent when the commit came while Redis was away and the workers were waiting for it', async () => {
    await ownRedis.stop();
    await startWorkers(false);
    await bookingConfirmed();
    expect(smtp.accepted).toHaveLength(0);
    await ownRedis.start();
    await expect.poll(sent, soon).toBe(1);
    expect(smtp.accepted).toHaveLength(1);
  });

  test('is sent once when the process that committed is killed before anybody hears of it', async () => {
    await startWorkers();
    const { id } = await buildBooking(knex);
    const dying = await startProcess('tests/support/commitAndDie.ts', { env: {}, args: [database.url, id] });
    await once(dying.child, 'exit');
    expect(dying.child.signalCode).toBe('SIGKILL');
    await expect.poll(sent, soon).toBe(1);
    expect(smtp.accepted).toHaveLength(1);
  });

  test('is accepted exactly once when its worker is killed in the middle of the SMTP dialogue', async () => {
    smtp.hold();
    const first = await startWorkers();
    await bookingConfirmed();
    await expect.poll(smtp.held, soon).toBe(1);
    await startWorkers();
    await kill(first);
    await expect.poll(smtp.held, soon).toBe(0);
    smtp.release();
    await expect.poll(sent, soon).toBe(1);
    expect(smtp.accepted).toHaveLength(1);
  });

  test('is handed back when its worker is stopped and the SMTP server does not answer', async () => {
    smtp.hold();
    const first = await startWorkers();
    await bookingConfirmed();
    await expect.poll(smtp.held, soon).toBe(1);
    await first.stop();
    expect(first.child.exitCode).toBe(0);
    // The server, too, has noticed that the sender is gone.
    await expect.poll(smtp.held, soon).toBe(0);
    expect(smtp.accepted).toHaveLength(0);
    smtp.release();
    await startWorkers();
    await expect.poll(sent, soon).toBe(1);
    expect(smtp.accepted).toHaveLength(1);
  });

  test('is finished first when its worker is stopped and the SMTP server answers in time', async () => {
    smtp.hold();
    const only = await startWorkers();
    await bookingConfirmed();
    await expect.poll(smtp.held, soon).toBe(1);
    const stopped = only.stop();
    smtp.release();
    await stopped;
    expect(await sent()).toBe(1);
    expect(smtp.accepted).toHaveLength(1);
  });

  test('comes once for each booking with two workers processes at it', async () => {
    await Promise.all([startWorkers(), startWorkers()]);
    for (let count = 0; count < 10; count += 1) await bookingConfirmed();
    await expect.poll(sent, soon).toBe(10);
    expect(new Set(smtp.accepted.map((mail) => mail.messageId)).size).toBe(10);
    expect(smtp.accepted).toHaveLength(10);
  });
});

test('a page hears session.published that was committed here and relayed by another process', async () => {
  const http = createServer();
  const redis = connectRedis(ownRedis.url);
  const realtime = attachRealtime(http, {
    redis,
    settings: { redisUrl: ownRedis.url },
    authenticate: () => Promise.resolve(null),
    mayWatchSession: () => Promise.resolve(false),
    lobby: { visit: () => Promise.reject(new Error('not here')), drop: () => Promise.resolve() },
    logger: pino({ level: 'silent' }),
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  await startWorkers();
  const page = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  await new Promise((resolve) => page.once('ready', resolve));
  const heard = new Promise<unknown>((resolve) => page.once('session.published', resolve));
  const session = liveEvents['session.published'].shape.session.parse({
    id: randomUUID(),
    title: 'Closures',
    description: '',
    topics: ['Scope'],
    domains: [],
    startsAt: '2026-11-22T10:00:00.000Z',
    endsAt: '2026-11-22T11:00:00.000Z',
    durationMinutes: 60,
    extendedMinutes: 0,
    capacity: 1,
    seatsLeft: 1,
    pricePaise: 0,
    state: 'scheduled',
    language: 'en',
    mentor: {
      ...{ id: randomUUID(), name: 'Arjun Rao', role: 'mentor', pictureUrl: null },
      rating: { average: null, count: 0 },
    },
  });
  await knex.transaction((trx) => emitLive(trx, [channels.catalogue], 'session.published', { session }));
  expect(await heard).toEqual({ session });
  page.disconnect();
  await realtime.close();
  redis.disconnect();
});

test('room.close reaches the media nodes', async () => {
  await startWorkers();
  const roomCode = randomUUID();
  await knex.transaction((trx) => enqueueJob(trx, 'room.close', { roomCode, reason: 'cancelled' }));
  const redis = connectRedis(ownRedis.url, { blocking: true });
  const commands = async () =>
    (await redis.xrange(mediaCommandsStream, '-', '+')).map(([, [, text]]) =>
      mediaCommand.parse(JSON.parse(text ?? '')),
    );
  await expect.poll(commands, soon).toEqual([{ type: 'closeRoom', roomCode, reason: 'cancelled' }]);
  redis.disconnect();
});

test('a gift reaches the media nodes once its transaction commits (PAY-6)', async () => {
  await startWorkers();
  const { id: sessionId, roomCode } = await buildSession(knex, { state: 'live' });
  const { id: fromUserId, name } = await buildUser(knex, { name: 'Asha' });
  const giftId = randomUUID();
  await knex.transaction((trx) => tellRoomOfGift(trx, { giftId, sessionId, fromUserId, amountPaise: 5_000 }));
  const redis = connectRedis(ownRedis.url, { blocking: true });
  const told = async () => {
    const entries = await redis.xrange(mediaCommandsStream, '-', '+');
    const commands = entries.map(([, [, text]]) => mediaCommand.parse(JSON.parse(text ?? '')));
    return commands.filter((command) => command.roomCode === roomCode);
  };
  const gift = { id: giftId, from: { userId: fromUserId, name }, amountPaise: 5_000 };
  await expect.poll(told, soon).toEqual([{ type: 'tellGift', roomCode, gift }]);
  redis.disconnect();
});

test('a job that cannot be understood is kept in the failed set at once, and counted', async () => {
  const { url } = await startWorkers();
  const redis = connectRedis(ownRedis.url, { blocking: true });
  const queue = new Queue('room.close', { connection: redis, prefix: 'peerlearn:jobs' });
  await queue.add('room.close', { roomCode: 'not a room' }, { attempts: 12 });
  await expect.poll(() => queue.getFailedCount(), soon).toBe(1);
  const metrics = async () => (await fetch(`${url}/metrics`)).text();
  await expect.poll(metrics, soon).toContain('peerlearn_queue_jobs{queue="room.close",state="failed"} 1');
  expect(await metrics()).toContain('peerlearn_job_failures_total{queue="room.close",final="true"} 1');
  await queue.close();
  redis.disconnect();
});

describe('workers that start without Redis', () => {
  test('schedule the repeated jobs once it is there', async () => {
    await ownRedis.stop();
    await startWorkers(false);
    await ownRedis.start();
    const redis = connectRedis(ownRedis.url, { blocking: true });
    const queue = new Queue('outbox.clean', { connection: redis, prefix: 'peerlearn:jobs' });
    await expect.poll(() => queue.getCompletedCount(), soon).toBe(1);
    expect(await queue.getJobSchedulersCount()).toBe(1);
    await queue.close();
    redis.disconnect();
  });

  test('end cleanly without it', async () => {
    await ownRedis.stop();
    const workers = await startWorkers(false);
    await workers.stop();
    expect([workers.child.exitCode, workers.child.signalCode]).toEqual([0, null]);
  });

  test('end cleanly when it went away', async () => {
    const workers = await startWorkers();
    await ownRedis.stop();
    await workers.stop();
    expect([workers.child.exitCode, workers.child.signalCode]).toEqual([0, null]);
  });
});
