import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landing, session } from '../../api/contracts/index.ts';
import { buildMentor, buildReviews, buildSession, buildUser } from '../support/builders.ts';
import { askPage } from '../support/readPage.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  // Without demo data: what is counted is what the test made.
  api = await startTestApi({
    NODE_ENV: 'production',
    METRICS_TOKEN: 'a token',
    PUBLIC_URL: 'https://learn.example',
    MEDIA_PUBLIC_URL: 'https://media.example',
    MEDIA_ANNOUNCED_ADDRESS: '192.0.2.1',
    MAIL_FROM: 'PeerLearn <lessons@learn.example>',
  });
});
afterAll(() => api.close());

const hourMs = 60 * 60_000;
const fromNow = (hours: number) => new Date(api.now().getTime() + hours * hourMs).toISOString();
const read = () => api.visitor.get(landing, '/api/landing');

/** As a browser asks: `fetch` would forbid the answer from its caches when a tag is sent along. */
async function ask(headers: Record<string, string> = {}) {
  const { body, ...answer } = await askPage(api.url, '/api/landing', headers);
  return { ...answer, body: body.toString() };
}

describe('the landing page’s answer (WEB-1)', () => {
  test('is empty and whole in an empty installation', async () => {
    expect(await read()).toEqual({
      ...{ liveCount: 0, openCount: 0, mentorCount: 0 },
      ...{ topSessions: [], bestMentors: [] },
    });
  });

  test('has live lessons first, then the soonest, ten at most, and true counts', async () => {
    const mentor = await buildMentor(api.knex);
    const client = await api.as(mentor);
    const mentorId = mentor.id;
    for (let i = 0; i < 11; i++) await buildSession(api.knex, { mentorId, startsAt: fromNow(0.1 + i) });
    await buildSession(api.knex, { mentorId, startsAt: fromNow(-1), state: 'live', title: 'Live' });
    await buildSession(api.knex, { mentorId, startsAt: fromNow(-3), title: 'Never begun' });
    for (const state of ['draft', 'completed', 'cancelled', 'missed'] as const)
      await buildSession(api.knex, { mentorId, startsAt: fromNow(1), state });
    const late = await client.post(session, '/api/sessions', {
      ...{ title: 'Just now', topics: ['One'], startsAt: fromNow(30), durationMinutes: 30 },
    });
    await api
      .knex('sessions')
      .where({ id: late.id })
      .update({ state: 'live', starts_at: fromNow(-0.2) });
    await client.post(session, '/api/sessions', {
      ...{ title: 'Far', topics: ['One'], startsAt: fromNow(60), durationMinutes: 30 },
    });
    const { topSessions, liveCount, openCount, mentorCount } = await read();
    expect({ liveCount, openCount, mentorCount }).toEqual({ liveCount: 2, openCount: 14, mentorCount: 1 });
    expect(topSessions).toHaveLength(10);
    expect(topSessions.slice(0, 2).map(({ title }) => title)).toEqual(['Live', 'Just now']);
    const starts = topSessions.slice(2).map(({ startsAt }) => startsAt);
    expect(starts).toEqual(starts.toSorted());
  });

  test('has the best mentors, and neither learners nor those who left', async () => {
    const best = await buildMentor(api.knex, { name: 'Best Mentor' });
    await buildReviews(api.knex, best.id, [5, 5, 5]);
    await buildMentor(api.knex, { deletedAt: fromNow(0) });
    await buildUser(api.knex);
    const { bestMentors, mentorCount } = await read();
    expect(bestMentors.map(({ name }) => name)).toEqual(['Best Mentor', 'Arjun Rao']);
    expect(mentorCount).toBe(2);
  });

  test('is kept ready: who has it is told so in a line, and a change is in the next answer', async () => {
    const first = await ask();
    const etag = first.headers.etag ?? '';
    expect(first.headers['cache-control']).toBe('public, no-cache');
    expect(await ask({ 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    const client = await api.as(await buildMentor(api.knex));
    const made = await client.post(session, '/api/sessions', {
      ...{ title: 'In five minutes', topics: ['One'], startsAt: fromNow(0.08), durationMinutes: 30 },
    });
    const changed = await ask({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(landing.parse(JSON.parse(changed.body)).topSessions.map(({ id }) => id)).toContain(made.id);
  });

  test('is sent packed as the caller can read it, and plain to who cannot', async () => {
    const encodings = await Promise.all(
      ['br, gzip', 'gzip', 'identity'].map(
        async (accepted) => (await ask({ 'accept-encoding': accepted })).headers['content-encoding'],
      ),
    );
    expect(encodings).toEqual(['br', 'gzip', undefined]);
  });
});
