import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { User } from '../../api/accounts/index.ts';
import { mentorLeft } from '../../api/catalogue/index.ts';
import { mentor as mentorContract, mentorPage, reviewPage, session } from '../../api/contracts/index.ts';
import { buildMentor, buildReviews, buildSession, buildUser } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const hourMs = 60 * 60_000;
const fromNow = (hours: number) => new Date(api.now().getTime() + hours * hourMs).toISOString();
type Query = Partial<Record<'q' | 'domain' | 'language' | 'ratingMin', string>>;
const list = async (query: Query) => {
  const asked = new URLSearchParams(Object.entries(query));
  return (await api.visitor.get(mentorPage, `/api/mentors?${asked.toString()}`)).items;
};
const page = (id: string) => api.visitor.get(mentorContract, `/api/mentors/${id}`);

describe('mentors (WEB-1, WEB-2)', () => {
  test('are listed best first: many good reviews before one, before none, before bad ones', async () => {
    const skill = `Skill ${randomUUID()}`;
    const stars = { many: Array<number>(12).fill(5), one: [5], none: [], bad: [1, 2, 1] };
    const ids = new Map<string, string>();
    for (const [name, given] of Object.entries(stars)) {
      const { id } = await buildMentor(api.knex, { skills: [skill] });
      await buildReviews(api.knex, id, given);
      ids.set(id, name);
    }
    const seen: (string | undefined)[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/api/mentors?limit=1&q=${encodeURIComponent(skill)}${cursor && `&cursor=${cursor}`}`;
      const found: { items: { id: string }[]; nextCursor: string | null } = await api.visitor.get(
        mentorPage,
        path,
      );
      seen.push(...found.items.map(({ id }) => ids.get(id)));
      cursor = found.nextCursor;
    }
    expect(seen).toEqual(['many', 'one', 'none', 'bad']);
    const [best] = await list({ q: skill, ratingMin: '4' });
    expect(best?.rating).toEqual({ average: 5, count: 12 });
    expect(await list({ q: skill, ratingMin: '4' })).toHaveLength(2);
  });

  test('are found by name, skills, domains, bio and language', async () => {
    const word = `word${randomUUID().slice(0, 8)}`;
    const { id } = await buildMentor(api.knex, {
      name: 'Ísha Deshpande',
      bio: `I teach ${word}. `.repeat(20),
      skills: ['Carnatic music'],
      domains: ['Music'],
      languages: ['hi', 'mr'],
    });
    for (const query of [
      { q: word.slice(0, 7) },
      { q: `${word} isha carnatic music` },
      { q: word, domain: 'Music' },
      { q: word, language: 'mr' },
    ])
      expect((await list(query)).map((found) => found.id)).toEqual([id]);
    for (const query of [
      { q: `${word} piano` },
      { q: word, domain: 'Science' },
      { q: word, language: 'en' },
      { q: word, ratingMin: '1' },
    ])
      expect(await list(query)).toEqual([]);
    const card = (await list({ q: word }))[0];
    expect(card).toMatchObject({ skills: ['Carnatic music'], domains: ['Music'], languages: ['hi', 'mr'] });
    expect(card?.about.length).toBeLessThanOrEqual(180);
    expect((await page(id)).bio).toHaveLength(`I teach ${word}. `.length * 20);
  });

  test.each(['domain=Cooking', 'language=xx', 'ratingMin=0', 'cursor=x', `q=${'x'.repeat(81)}`])(
    'refuses %s',
    async (query) => {
      const refused = await api.visitor.refused('GET', `/api/mentors?${query}`);
      expect(refused).toMatchObject({ code: 'invalid', fields: [{ field: query.split('=')[0] }] });
    },
  );

  test('show whether they teach now, and their next lesson', async () => {
    const user = await buildMentor(api.knex);
    const client = await api.as(user);
    expect(await page(user.id)).toMatchObject({ isLive: false, nextSession: null, sessionsHeld: 0 });
    await buildSession(api.knex, { mentorId: user.id, startsAt: fromNow(50) });
    await buildSession(api.knex, { mentorId: user.id, startsAt: fromNow(1), state: 'draft' });
    const next = await client.post(session, '/api/sessions', {
      ...{ title: 'Next one', topics: ['One'], startsAt: fromNow(0.1), durationMinutes: 30 },
    });
    expect((await page(user.id)).nextSession).toEqual({ id: next.id, startsAt: next.startsAt });
    await client.post(session, `/api/sessions/${next.id}/live`);
    expect(await page(user.id)).toMatchObject({ isLive: true });
    await client.post(session, `/api/sessions/${next.id}/end`);
    expect(await page(user.id)).toMatchObject({ isLive: false, sessionsHeld: 1 });
    const [event] = await outboxRows(api.knex, 'mentor.changed', user.id);
    expect(event?.channels).toEqual(['catalogue']);
  });

  test('the page exists for mentors only, and not for those who left', async () => {
    const [learner, admin] = [await buildUser(api.knex), await buildUser(api.knex, { role: 'admin' })];
    const gone = await buildMentor(api.knex, { name: `Gone ${randomUUID()}` });
    const { name } = await page(gone.id);
    await api.knex.transaction(async (trx) => {
      await User.query(trx)
        .findById(gone.id)
        .patch({ deletedAt: fromNow(0) });
      await mentorLeft(trx, gone.id);
    });
    for (const id of [learner.id, admin.id, gone.id, randomUUID(), 'nonsense'])
      for (const path of [`/api/mentors/${id}`, `/api/mentors/${id}/reviews`])
        expect((await api.visitor.refused('GET', path)).code).toBe('not_found');
    expect(await list({ q: name })).toEqual([]);
  });
});

describe('reviews', () => {
  test('are read newest first, with first names, and count at once on page, list and as an event', async () => {
    const { id } = await buildMentor(api.knex);
    await buildReviews(api.knex, id, [4]);
    expect((await page(id)).rating).toEqual({ average: 4, count: 1 });
    await buildReviews(api.knex, id, [5, 3]);
    expect((await page(id)).rating).toEqual({ average: 4, count: 3 });
    const first = await api.visitor.get(reviewPage, `/api/mentors/${id}/reviews?limit=2`);
    const rest = await api.visitor.get(
      reviewPage,
      `/api/mentors/${id}/reviews?limit=2&cursor=${first.nextCursor ?? ''}`,
    );
    const all = [...first.items, ...rest.items];
    expect(all.map(({ stars }) => stars)).toEqual([3, 5, 4]);
    expect(rest.nextCursor).toBeNull();
    expect(all[0]).toMatchObject({ by: 'Meera', sessionTitle: 'JavaScript from the inside' });
    const events = await outboxRows(api.knex, 'mentor.changed', id);
    expect(events.at(-1)?.payload).toMatchObject({ mentor: { id, rating: { average: 4, count: 3 } } });
  });

  test('of a learner who left do not name them', async () => {
    const { id } = await buildMentor(api.knex);
    await buildReviews(api.knex, id, [5]);
    await api
      .knex('users')
      .whereIn('id', api.knex('reviews').select('learner_id').where({ mentor_id: id }))
      .update({ deleted_at: fromNow(0) });
    const { items } = await api.visitor.get(reviewPage, `/api/mentors/${id}/reviews`);
    expect(items.map(({ by }) => by)).toEqual(['']);
  });

  test('need a booking that was attended, and are one for each', async () => {
    const { id } = await buildMentor(api.knex);
    await expect(buildReviews(api.knex, id, [5], { state: 'confirmed' })).rejects.toMatchObject({
      code: 'wrong_state',
    });
    for (const stars of [0, 6]) await expect(buildReviews(api.knex, id, [stars])).rejects.toThrow();
    expect((await page(id)).rating.count).toBe(0);
  });
});
