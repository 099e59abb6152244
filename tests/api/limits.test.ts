import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { booking, ownLogIns, sessionPage, signedIn } from '../../api/contracts/index.ts';
import { connectRedis } from '../../config/redis.ts';
import { buildSession, buildUser, testPassword } from '../support/builders.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

async function expectLock(api: TestApi) {
  const { email } = await buildUser(api.knex);
  const guess = () => api.visitor.refused('POST', '/api/auth/login', { email, password: 'a guess' });
  const codes = [];
  for (let i = 0; i < 5; i++) codes.push((await guess()).code);
  expect(codes).toEqual([...Array<string>(4).fill('wrong_credentials'), 'account_locked']);
}

describe('calls from one address', () => {
  test('are refused beyond the limit, each api for itself, and not those for pages', async () => {
    const api = await startTestApi({ API_CALLS_PER_MINUTE: '5' });
    for (let i = 0; i < 5; i++) await api.visitor.get(sessionPage, '/api/sessions');
    const refused = await api.visitor.send('GET', '/api/sessions');
    expect(refused.body).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.visitor.send('GET', '/healthz')).status).toBe(200);
    await api.close();
  });
});

/** Resolves once the calls that this api counts arrive in Redis: it has connected. */
async function countsInRedis(api: TestApi, url: string) {
  const redis = connectRedis(url, { blocking: true });
  const someone = await buildUser(api.knex);
  const me = await api.as(someone);
  const counted = async () => {
    await me.send('GET', '/api/profile/logins');
    expect(await redis.exists(`peerlearn:calls:${someone.id}`)).toBe(1);
  };
  await vi.waitFor(counted, { timeout: 10_000 });
  redis.disconnect();
}

describe('calls of one account', () => {
  test('are counted for all apis together, wherever they come from; what anyone may read is not', async () => {
    const redis = await createOwnRedis();
    await redis.start();
    const limit = { REDIS_URL: redis.url, ACCOUNT_CALLS_PER_MINUTE: '5', TRUST_PROXY: 'true' };
    const [one, other] = await Promise.all([startTestApi(limit), startTestApi(limit)]);
    await Promise.all([one, other].map((api) => countsInRedis(api, redis.url)));
    const person = await buildUser(one.knex);
    const clients = [await one.as(person), await other.as(person)];
    const call = (i: number) =>
      clients[i % 2]?.send('GET', '/api/profile/logins', undefined, { 'x-forwarded-for': `192.0.2.${i}` });
    for (let i = 0; i < 5; i++) expect((await call(i))?.status).toBe(200);
    for (const i of [5, 6]) {
      const refused = await call(i);
      expect(refused?.body).toMatchObject({ status: 429, code: 'too_many_requests' });
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await clients[0]?.send('GET', '/api/sessions'))?.status).toBe(200);
    // Somebody else at the same address is not held up.
    const neighbour = await one.as(await buildUser(one.knex));
    expect((await neighbour.send('GET', '/api/profile/logins')).status).toBe(200);
    await Promise.all([one.close(), other.close()]);
    await redis.close();
  });

  test('are counted by each api for itself while Redis is away', async () => {
    const redis = await createOwnRedis();
    await redis.start();
    const api = await startTestApi({ REDIS_URL: redis.url, ACCOUNT_CALLS_PER_MINUTE: '5' });
    await redis.stop();
    const me = await api.as(await buildUser(api.knex));
    for (let i = 0; i < 5; i++) await me.get(ownLogIns, '/api/profile/logins');
    expect((await me.refused('GET', '/api/profile/logins')).code).toBe('too_many_requests');
    await api.close();
    await redis.close();
  });
});

describe('while Redis is away', () => {
  let redis: OwnRedis;
  beforeEach(async () => {
    redis = await createOwnRedis();
    await redis.start();
  });
  afterEach(() => redis.close());

  test('people log in, look, book and are still kept from guessing; only rooms wait', async () => {
    const api = await startTestApi({ REDIS_URL: redis.url });
    const [lesson, learner] = [await buildSession(api.knex, { state: 'live' }), await buildUser(api.knex)];
    await redis.stop();

    const { accessToken } = await api.visitor.post(signedIn, '/api/auth/login', {
      ...{ email: learner.email, password: testPassword },
    });
    expect(accessToken).not.toBe('');
    const { items } = await api.visitor.get(sessionPage, '/api/sessions');
    expect(items.map(({ id }) => id)).toContain(lesson.id);
    const me = await api.as(learner);
    const seat = await me.post(booking, '/api/bookings', { sessionId: lesson.id });
    expect(seat.state).toBe('confirmed');
    expect((await api.visitor.send('GET', '/readyz')).status).toBe(200);
    expect((await me.refused('POST', `/api/sessions/${lesson.id}/ticket`)).code).toBe('unavailable');

    await expectLock(api);
    await api.close();
  });

  test('and while it hangs: nobody waits for it longer than for one answer', async () => {
    const api = await startTestApi({ REDIS_URL: redis.url });
    const { email } = await buildUser(api.knex);
    redis.hang();
    await api.visitor.post(signedIn, '/api/auth/login', { email, password: testPassword });
    await expectLock(api);
    redis.goOn();
    await api.visitor.post(signedIn, '/api/auth/login', { email, password: testPassword });
    await api.close();
  });
});
