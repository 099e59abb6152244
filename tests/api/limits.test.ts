import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { booking, sessionPage, signedIn } from '../../api/contracts/index.ts';
import { buildSession, buildUser, testPassword } from '../support/builders.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { startTestApi } from '../support/testApi.ts';

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

    const { email } = await buildUser(api.knex);
    const guess = () => api.visitor.refused('POST', '/api/auth/login', { email, password: 'a guess' });
    await vi.waitFor(async () => expect((await guess()).code).toBe('account_locked'), { timeout: 10_000 });
    await api.close();
  });
});
