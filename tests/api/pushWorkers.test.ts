import { once } from 'node:events';
import { Queue } from 'bullmq';
import type { Knex } from 'knex';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '../../api/accounts/index.ts';
import { Notification, notify } from '../../api/notifications/index.ts';
import { PreferencesRow } from '../../api/preferences/model.ts';
import { Push } from '../../api/push/model.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { connectRedis } from '../../config/redis.ts';
import { makeVapidKeys } from '../../config/vapidKeys.ts';
import { buildUser } from '../support/builders.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { buildBrowser, startPushService, type TestPushService } from '../support/pushService.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { startWorkersProcess, type Surroundings, type WorkersProcess } from '../support/workersProcess.ts';

const soon = { timeout: 40_000, interval: 50 };
const vapid = makeVapidKeys();
let database: TestDatabase;
let knex: Knex;
let ownRedis: OwnRedis;
let smtp: TestSmtp;
let service: TestPushService;
let surroundings: Surroundings;
let user: User;
let processes: WorkersProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
});
beforeEach(async () => {
  [smtp, service, ownRedis] = await Promise.all([startSmtp(), startPushService(), createOwnRedis()]);
  await ownRedis.start();
  user = await buildUser(knex);
  surroundings = {
    ...{ databaseUrl: database.url, redisUrl: ownRedis.url, smtpUrl: smtp.url },
    env: {
      ...{ VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey },
      PUSH_ALLOW_LOOPBACK: 'true',
    },
  };
});
afterEach(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  processes = [];
  await Promise.all([smtp.close(), service.close(), ownRedis.close()]);
  await knex('outbox').delete();
});
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

async function startWorkers() {
  const started = await startWorkersProcess(surroundings);
  processes.push(started);
  return started;
}
async function tell(): Promise<string> {
  const about = { userId: user.id, subject: { title: 'Ragas' }, path: '/session/room' };
  await knex.transaction((trx) => notify(trx, new Date(), { ...about, kind: 'session.live' }));
  const row = await Notification.query(knex).findOne({ userId: user.id }).orderBy('created_at', 'desc');
  return row?.id ?? '';
}
const settled = async (notificationId: string) => (await Push.query(knex).where({ notificationId })).length;

describe('told by mail and push (LIVE-3)', () => {
  test('when the relay hands both jobs on, each once', async () => {
    const browser = await buildBrowser(knex, service, user.id);
    await startWorkers();
    const id = await tell();
    await expect.poll(() => settled(id), soon).toBe(1);
    await expect.poll(() => smtp.accepted.length, soon).toBe(1);
    expect(smtp.accepted[0]?.subject).toBe('Live now: Ragas');
    expect(service.pushed.map(({ path }) => path)).toEqual([browser.path]);
  });

  test('though the worker is killed while the push service answers: told again under the same tag, shown once', async () => {
    const browser = await buildBrowser(knex, service, user.id);
    service.hold();
    const first = await startWorkers();
    const id = await tell();
    await expect.poll(service.held, soon).toBe(1);
    await startWorkers();
    const gone = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await gone;
    await expect.poll(() => service.pushed.length, soon).toBeGreaterThan(1);
    service.release();
    await expect.poll(() => settled(id), soon).toBe(1);
    const tags = service.pushed.map(({ body }) => (JSON.parse(browser.open(body)) as { tag: string }).tag);
    expect(new Set(tags)).toEqual(new Set([id]));
    expect(new Set(service.pushed.map(({ headers }) => headers.topic)).size).toBe(1);
  });

  test('again later when the push service is busy, without those that were told', async () => {
    const [good, busy] = [
      await buildBrowser(knex, service, user.id),
      await buildBrowser(knex, service, user.id),
    ];
    service.answer(busy.path, 503);
    await startWorkers();
    const id = await tell();
    const triesAt = (path: string) => service.pushed.filter((message) => message.path === path).length;
    await expect.poll(() => triesAt(busy.path), soon).toBeGreaterThan(1);
    service.answer(busy.path, 201);
    await expect.poll(() => settled(id), soon).toBe(2);
    expect(triesAt(good.path)).toBe(1);
  });

  test('in quiet hours by mail at once, and by push when they end', async () => {
    await buildBrowser(knex, service, user.id);
    await quietForMinutes(30);
    await startWorkers();
    const id = await tell();
    await expect.poll(() => smtp.accepted.length, soon).toBe(1);
    const redis = connectRedis(ownRedis.url, { blocking: true });
    const queue = new Queue('push.notification', { connection: redis, prefix: 'peerlearn:jobs' });
    const delayed = async () => (await queue.getDelayed()).map(({ data }) => data as unknown);
    await expect.poll(delayed, soon).toEqual([{ notificationId: id }]);
    expect(service.pushed).toEqual([]);
    const [job] = await queue.getDelayed();
    expect(job?.attemptsMade).toBe(0);
    const waitMs = (job?.delay ?? 0) + (job?.processedOn ?? 0) - Date.now();
    expect(waitMs).toBeGreaterThan(25 * 60_000);
    expect(waitMs).toBeLessThan(31 * 60_000);

    // Their end comes sooner: the choice is taken back, and the job is run as when its time has come.
    await PreferencesRow.query(knex).findById(user.id).patch({ quietFrom: null, quietTo: null });
    await job?.promote();
    await expect.poll(() => settled(id), soon).toBe(1);
    await queue.close();
    redis.disconnect();
  });
});

async function quietForMinutes(minutes: number) {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: user.timeZone } as const;
  const wall = (ms: number) => new Intl.DateTimeFormat('en', clock).format(ms);
  await PreferencesRow.query(knex).insert({
    ...{ userId: user.id, choices: { sound: true, ways: {} }, changedAt: new Date().toISOString() },
    ...{ quietFrom: wall(Date.now() - 60_000), quietTo: wall(Date.now() + minutes * 60_000) },
  });
}
