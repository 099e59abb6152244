import { randomUUID } from 'node:crypto';
import { importJWK, jwtVerify } from 'jose';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LogInRow } from '../../api/accounts/model.ts';
import type { User } from '../../api/accounts/index.ts';
import { Notification } from '../../api/notifications/index.ts';
import { DoLater } from '../../api/outbox/index.ts';
import { PreferencesRow } from '../../api/preferences/model.ts';
import { cleanPush, sendPush, type PushContext } from '../../api/push/index.ts';
import { Push, PushSubscriptionRow } from '../../api/push/model.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { loadSettings } from '../../config/settings.ts';
import { makeVapidKeys } from '../../config/vapidKeys.ts';
import { buildUser } from '../support/builders.ts';
import { buildBrowser, startPushService, type TestPushService } from '../support/pushService.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { settingsEnv } from '../support/workersProcess.ts';

const vapid = makeVapidKeys();
const minuteMs = 60_000;
let database: TestDatabase;
let knex: Knex;
let service: TestPushService;
let context: PushContext;
let user: User;
let offsetMs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  const settings = loadSettings({
    ...settingsEnv({ databaseUrl: database.url, redisUrl: 'redis://unused', smtpUrl: 'smtp://unused' }),
    ...{ VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey },
    ...{ VAPID_SUBJECT: 'https://learn.example', PUSH_ALLOW_LOOPBACK: 'true' },
  });
  const logger = pino({ level: 'silent' });
  context = { settings, knex, logger, now: () => new Date(Date.now() + offsetMs) };
});
beforeEach(async () => {
  offsetMs = 0;
  service = await startPushService();
  user = await buildUser(knex);
});
afterEach(() => service.close());
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

async function buildNotification(overrides: Partial<Notification> = {}): Promise<string> {
  const id = randomUUID();
  await Notification.query(knex).insert({
    ...{ id, userId: user.id, kind: 'session.live' as const, path: '/session/room' },
    ...{ subject: { title: 'Ragas “for” <beginners>' }, createdAt: new Date().toISOString(), readAt: null },
    ...overrides,
  });
  return id;
}
const run = (notificationId: string, about = context) => sendPush(about, { notificationId }, {});
const choose = (row: Partial<PreferencesRow>) =>
  PreferencesRow.query(knex).insert({
    ...{ userId: user.id, choices: { sound: true, ways: {} }, quietFrom: null, quietTo: null },
    ...{ changedAt: new Date().toISOString(), ...row },
  });

describe('a push (LIVE-3)', () => {
  test('is sealed for its browser (RFC 8291) and signed by us (RFC 8292)', async () => {
    const browser = await buildBrowser(knex, service, user.id);
    const id = await buildNotification();
    await run(id);
    const [message, ...more] = service.pushed;
    expect(more).toEqual([]);
    expect(message?.path).toBe(browser.path);
    expect(message?.headers).toMatchObject({
      ...{ 'content-encoding': 'aes128gcm', topic: id.replaceAll('-', ''), urgency: 'high' },
    });
    expect(Number(message?.headers.ttl)).toBeGreaterThan(3 * 3600);
    expect(message?.body.length).toBeLessThan(1000);
    expect(message?.body.toString('latin1')).not.toContain('Ragas');
    expect(JSON.parse(browser.open(message?.body ?? Buffer.alloc(0)))).toEqual({
      ...{ title: 'Live now. Come in.', body: 'Ragas “for” <beginners>', lang: 'en' },
      ...{ path: '/session/room', tag: id, at: expect.any(Number) as number },
    });

    const [, token = '', key = ''] =
      /^vapid t=([^,]+), k=(.+)$/.exec(message?.headers.authorization ?? '') ?? [];
    expect(key).toBe(vapid.publicKey);
    const point = Buffer.from(key, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const { payload, protectedHeader } = await jwtVerify(
      token,
      await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'),
      { audience: service.url },
    );
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload.sub).toBe('https://learn.example');
    expect(payload.exp).toBeLessThanOrEqual(Date.now() / 1000 + 24 * 3600);
  });

  test('speaks the person’s language', async () => {
    user = await buildUser(knex, { locale: 'hi' });
    const browser = await buildBrowser(knex, service, user.id);
    await run(await buildNotification());
    const told = JSON.parse(browser.open(service.pushed[0]?.body ?? Buffer.alloc(0))) as object;
    expect(told).toMatchObject({ lang: 'hi', title: 'अभी लाइव। आइए।' });
  });

  test('reaches every browser of the person, nobody else’s, and each once however often the job runs', async () => {
    const browsers = [await buildBrowser(knex, service, user.id), await buildBrowser(knex, service, user.id)];
    await buildBrowser(knex, service, (await buildUser(knex)).id);
    const id = await buildNotification();
    await run(id);
    await run(id);
    expect(service.pushed.map(({ path }) => path).sort()).toEqual(browsers.map(({ path }) => path).sort());
  });

  test('is not sent once it was read, is no news any more, is not wanted, or has no keys', async () => {
    await buildBrowser(knex, service, user.id);
    await run(await buildNotification({ readAt: new Date().toISOString() }));
    await run(await buildNotification({ createdAt: new Date(Date.now() - 241 * minuteMs).toISOString() }));
    await run(randomUUID());
    const { settings } = context;
    await run(await buildNotification(), {
      ...context,
      settings: { ...settings, push: { ...settings.push, vapid: null } },
    });
    await choose({ choices: { sound: true, ways: { lessons: { email: true, push: false } } } });
    await run(await buildNotification());
    expect(service.pushed).toEqual([]);
    await run(await buildNotification({ kind: 'session.booked' }));
    expect(service.pushed).toHaveLength(1);
  });

  test('ends with the browser’s log-in', async () => {
    const ended = await buildBrowser(knex, service, user.id);
    const old = await buildBrowser(knex, service, user.id);
    const at = new Date();
    await LogInRow.query(knex).findById(ended.logInId).patch({ endedAt: at.toISOString() });
    const longAgo = new Date(at.getTime() - 31 * 24 * 60 * minuteMs).toISOString();
    await LogInRow.query(knex).findById(old.logInId).patch({ lastUsedAt: longAgo });
    await run(await buildNotification());
    expect(service.pushed).toEqual([]);
    await cleanPush(knex, at);
    expect(await PushSubscriptionRow.query(knex).findById(ended.subscriptionId)).toBeUndefined();
  });

  test('waits for the end of quiet hours, and is judged anew then', async () => {
    await buildBrowser(knex, service, user.id);
    const quiet = { quietFrom: wall(-5), quietTo: wall(30) };
    await choose(quiet);
    const id = await buildNotification();
    const later = await run(id).catch((error: unknown) => error);
    expect(later).toBeInstanceOf(DoLater);
    const waitMs = (later as DoLater).at.getTime() - Date.now();
    expect(waitMs).toBeGreaterThan(28 * minuteMs);
    expect(waitMs).toBeLessThanOrEqual(30 * minuteMs);
    const read = await buildNotification();
    await expect(run(read)).rejects.toBeInstanceOf(DoLater);
    offsetMs = waitMs;
    await Notification.query(knex).findById(read).patch({ readAt: context.now().toISOString() });
    await run(id);
    await run(read);
    expect(service.pushed.map(({ headers }) => headers.topic)).toEqual([id.replaceAll('-', '')]);
  });
});

/** What the clock in the person's zone shows some minutes from now. */
function wall(minutes: number): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Kolkata' } as const;
  return new Intl.DateTimeFormat('en', clock).format(Date.now() + minutes * minuteMs);
}

describe('what a push service answers', () => {
  test.for([404, 410])('%i ends the subscription', async (status) => {
    const browser = await buildBrowser(knex, service, user.id);
    service.answer(browser.path, status);
    await run(await buildNotification());
    expect(await PushSubscriptionRow.query(knex).findById(browser.subscriptionId)).toBeUndefined();
  });

  test.for([429, 500, 503])('%i is tried again, and only there', async (status) => {
    const [good, busy] = [
      await buildBrowser(knex, service, user.id),
      await buildBrowser(knex, service, user.id),
    ];
    service.answer(busy.path, status);
    const id = await buildNotification();
    await expect(run(id)).rejects.toThrow('some browsers could not be told');
    service.answer(busy.path, 201);
    await run(id);
    expect(service.pushed.filter(({ path }) => path === good.path)).toHaveLength(1);
    expect(service.pushed.filter(({ path }) => path === busy.path)).toHaveLength(2);
  });

  test.for([400, 403, 413])('%i is our fault: neither tried again nor the browser’s end', async (status) => {
    const browser = await buildBrowser(knex, service, user.id);
    service.answer(browser.path, status);
    const id = await buildNotification();
    await run(id);
    await run(id);
    expect(service.pushed).toHaveLength(1);
    expect(await PushSubscriptionRow.query(knex).findById(browser.subscriptionId)).toBeDefined();
  });

  test('a redirect is not followed', async () => {
    const browser = await buildBrowser(knex, service, user.id);
    service.answer(browser.path, 307, { location: `${service.url}/elsewhere` });
    await run(await buildNotification());
    expect(service.pushed.map(({ path }) => path)).toEqual([browser.path]);
  });

  test('nothing at all is tried again', async () => {
    await buildBrowser(knex, { url: 'http://127.0.0.1:1' }, user.id);
    await expect(run(await buildNotification())).rejects.toThrow('some browsers could not be told');
  });

  test('a call ends with its signal', async () => {
    await buildBrowser(knex, service, user.id);
    service.hold();
    const stop = new AbortController();
    const sending = sendPush(context, { notificationId: await buildNotification() }, { signal: stop.signal });
    const refused = expect(sending).rejects.toThrow('some browsers could not be told');
    await expect.poll(service.held).toBe(1);
    stop.abort();
    await refused;
    await expect.poll(service.held).toBe(0);
  });
});

describe('our own network', () => {
  test('is never called, though a subscription names it: it is removed', async () => {
    const browser = await buildBrowser(knex, service, user.id);
    const named = await buildBrowser(knex, { url: 'https://localhost' }, user.id);
    const { settings } = context;
    const strict = {
      ...context,
      settings: { ...settings, push: { ...settings.push, allowLoopback: false } },
    };
    await run(await buildNotification(), strict);
    expect(service.pushed).toEqual([]);
    const ids = [browser.subscriptionId, named.subscriptionId];
    expect(await PushSubscriptionRow.query(knex).findByIds(ids)).toEqual([]);
  });
});

test('records of pushes are kept for a week', async () => {
  await buildBrowser(knex, service, user.id);
  const id = await buildNotification();
  await run(id);
  await cleanPush(knex, new Date(Date.now() + 6 * 24 * 60 * minuteMs));
  expect(await Push.query(knex).where({ notificationId: id })).toHaveLength(1);
  await cleanPush(knex, new Date(Date.now() + 8 * 24 * 60 * minuteMs));
  expect(await Push.query(knex).where({ notificationId: id })).toEqual([]);
});
