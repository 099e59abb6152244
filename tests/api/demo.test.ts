import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { User } from '../../api/accounts/index.ts';
import { appConfig, landing, reviewPage, sessionPage, signedIn } from '../../api/contracts/index.ts';
import { demoAccounts } from '../../api/demo/accounts.ts';
import { seedDemo } from '../../api/demo/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { startTestApi, startTestApiOn, type TestApi } from '../support/testApi.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { setUpTotp } from '../support/totp.ts';

let api: TestApi;
beforeAll(async () => {
  // Not the copy of one that was filled some minutes ago: when its lessons begin is what is looked at.
  api = await startTestApiOn(await createTestDatabase());
});
afterAll(() => api.close());

describe('demo data', () => {
  test('let a newcomer log in as each role and find lessons, one of them about to begin', async () => {
    const { demoAccounts: shown } = await api.visitor.get(appConfig, '/api/config');
    expect(shown.map(({ role }) => role).sort()).toEqual(['admin', 'learner', 'mentor']);
    for (const { email, password, role, name } of shown) {
      const who = { email, password };
      const { user } =
        role === 'admin'
          ? await setUpTotp((path, body) => api.visitor.post(z.unknown(), path, body), who)
          : await api.visitor.post(signedIn, '/api/auth/login', who);
      expect(user).toMatchObject({ role, name });
    }
    const { items } = await api.visitor.get(sessionPage, '/api/sessions');
    expect(items.length).toBeGreaterThanOrEqual(6);
    for (const { startsAt, description, topics, pricePaise } of items) {
      expect(Date.parse(startsAt)).toBeGreaterThan(Date.now());
      expect(description.length).toBeGreaterThan(80);
      expect(topics.length).toBeGreaterThan(2);
      expect(pricePaise).toBe(0);
    }
    const minutes = (Date.parse(items[0]?.startsAt ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(5);
    // Soon enough to go live at once.
    expect(minutes).toBeLessThan(15);
    expect(items[0]?.mentor.name).toBe(shown.find(({ role }) => role === 'mentor')?.name);
  });

  test('make the front door look alive, with figures that follow from rows (WEB-1)', async () => {
    const { topSessions, bestMentors, openCount } = await api.visitor.get(landing, '/api/landing');
    expect(topSessions).toHaveLength(10);
    expect(new Set(topSessions.map(({ mentor }) => mentor.id)).size).toBeGreaterThan(4);
    const { items } = await api.visitor.get(sessionPage, '/api/sessions?limit=50');
    expect(items).toHaveLength(openCount);
    expect(new Set(items.map(({ language }) => language))).toEqual(new Set(['en', 'hi', 'ta']));
    expect(bestMentors.length).toBeGreaterThanOrEqual(8);
    for (const { id, rating, sessionsHeld, about, domains, nextSession } of bestMentors) {
      const { items: reviews } = await api.visitor.get(reviewPage, `/api/mentors/${id}/reviews`);
      const sum = reviews.reduce((all, { stars }) => all + stars, 0);
      expect(rating).toEqual({
        average: Math.round((10 * sum) / reviews.length) / 10,
        count: reviews.length,
      });
      const held = Session.query(api.knex).where({ mentorId: id, state: 'completed' });
      expect(await held.resultSize()).toBe(sessionsHeld);
      expect(sessionsHeld).toBeGreaterThan(0);
      expect(about.length).toBeGreaterThan(60);
      expect(domains.length).toBeGreaterThan(0);
      expect(nextSession).not.toBeNull();
    }
    const { items: found } = await api.visitor.get(sessionPage, '/api/sessions?q=म्यूचुअल');
    expect(found.map(({ language }) => language)).toEqual(['hi']);
  });

  test('are added once, to an empty database only', async () => {
    const counts = () =>
      Promise.all([User.query(api.knex).resultSize(), Session.query(api.knex).resultSize()]);
    const before = await counts();
    await seedDemo(api);
    expect(await counts()).toEqual(before);
  });

  test('and demo accounts do not exist in production', async () => {
    const production = await startTestApi({
      NODE_ENV: 'production',
      METRICS_TOKEN: 'a token',
      PUBLIC_URL: 'https://learn.example',
      MEDIA_PUBLIC_URL: 'https://media.example',
      MEDIA_ANNOUNCED_ADDRESS: '192.0.2.1',
      MAIL_FROM: 'PeerLearn <lessons@learn.example>',
    });
    expect(await User.query(production.knex).resultSize()).toBe(0);
    const config = await production.visitor.get(appConfig, '/api/config');
    expect(config).toEqual({ demo: false, demoAccounts: [] });
    const [first] = demoAccounts;
    expect((await production.visitor.refused('POST', '/api/auth/login', first)).code).toBe(
      'wrong_credentials',
    );
    const docs = await production.visitor.send('GET', '/api/docs');
    expect(docs.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    await production.close();
  });
});
