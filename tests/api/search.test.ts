import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { User } from '../../api/accounts/index.ts';
import { session as sessionContract, sessionPage } from '../../api/contracts/index.ts';
import {
  buildMentor,
  buildReviews,
  buildSession,
  buildUser,
  type SessionOverrides,
} from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
/** Each test looks only at lessons of its own: they share this word. */
let own: string;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => {
  own = `own${randomUUID().slice(0, 8)}`;
});
afterAll(() => api.close());

const hourMs = 60 * 60_000;
const fromNow = (hours: number) => new Date(api.now().getTime() + hours * hourMs).toISOString();
const build = (changes: SessionOverrides) =>
  buildSession(api.knex, { ...changes, description: `${changes.description ?? ''} ${own}` });
/** Titles of the open lessons that are found. */
const find = async (query: Record<string, string>) => {
  const q = [own, query.q ?? ''].join(' ');
  const { items } = await api.visitor.get(
    sessionPage,
    `/api/sessions?${new URLSearchParams({ ...query, q }).toString()}`,
  );
  return items.map(({ title }) => title);
};

describe('searching open lessons (WEB-1)', () => {
  test('finds words of title, description, topics, domains and mentor, by their beginnings, all of them', async () => {
    const mentor = await buildUser(api.knex, { role: 'mentor', name: 'Zoë Krishnamurthy' });
    await build({
      mentorId: mentor.id,
      title: 'Python generators, step by step',
      description: 'What happens at each yield.',
      topics: ['Lazy lists'],
      domains: ['Programming'],
    });
    await build({ title: 'Another lesson' });
    for (const q of ['pyth', 'GENERATORS', 'yield', 'lazy', 'program', 'krishna', 'zoe', 'python lists zoë'])
      expect(await find({ q }), q).toEqual(['Python generators, step by step']);
    expect(await find({ q: 'python piano' })).toEqual([]);
    expect(await find({ q: 'ython' })).toEqual([]);
    expect(await find({ q: '%' })).toHaveLength(2);
  });

  test.each([
    ['हिन्दी में गणित: त्रिकोणमिति', ['गणित', 'त्रिको', 'हिन्दी गणित']],
    ['फ़िल्म बनाना सीखें', ['फिल्म', 'फ़ि', 'सीखें']],
    ['Résumé writing in C++ and C#', ['resume', 'RÉSUMÉ', 'c++', 'c#', 'c']],
    ['ﬁne ＷＩＤＥ letters', ['fine', 'wide']],
    ['कक्षा १२ की तैयारी', ['12', '१२']],
  ])('%s is found in every way of writing it', async (title, queries) => {
    await build({ title });
    for (const q of queries) expect(await find({ q }), q).toEqual([title]);
  });

  test('a lesson can be found from its publication to its end, and under its mentor’s new name', async () => {
    const user = await buildUser(api.knex, { role: 'mentor' });
    const mentor = await api.as(user);
    const made = await mentor.post(sessionContract, '/api/sessions', {
      ...{ title: `Fresh ${own}`, topics: ['One'], startsAt: fromNow(0.1), durationMinutes: 30 },
      language: 'hi',
    });
    expect(made.language).toBe('hi');
    expect(await find({ q: 'fresh', language: 'hi' })).toEqual([made.title]);
    expect(await find({ q: 'fresh', language: 'en' })).toEqual([]);
    await mentor.post(sessionContract, `/api/sessions/${made.id}/live`);
    expect(await find({ liveNow: 'true' })).toEqual([made.title]);
    await mentor.post(sessionContract, `/api/sessions/${made.id}/end`);
    expect(await find({ q: 'fresh' })).toEqual([]);
  });

  test('narrows by topic, domain, language, mentor and price', async () => {
    const hindi = await build({ title: 'Hindi', language: 'hi', topics: ['Fast API'], domains: ['Music'] });
    await build({ title: 'Paid', pricePaise: 500_00 });
    expect(await find({ language: 'hi' })).toEqual(['Hindi']);
    expect(await find({ topic: ' fast  API ' })).toEqual(['Hindi']);
    expect(await find({ topic: 'fast' })).toEqual([]);
    expect(await find({ domain: 'music' })).toEqual(['Hindi']);
    expect(await find({ mentor: hindi.mentorId })).toEqual(['Hindi']);
    expect(await find({ price: 'free' })).toEqual(['Hindi']);
    expect(await find({ price: 'paid' })).toEqual(['Paid']);
    expect(await find({ maxPricePaise: '49999' })).toEqual(['Hindi']);
    expect(await find({ maxPricePaise: '50000' })).toHaveLength(2);
    expect(await find({ language: 'hi', price: 'paid' })).toEqual([]);
  });

  test('narrows by time', async () => {
    await build({ title: 'Now', startsAt: fromNow(-0.5), state: 'live' });
    await build({ title: 'Soon', startsAt: fromNow(2) });
    const later = await build({ title: 'Later', startsAt: fromNow(48) });
    expect(await find({})).toEqual(['Now', 'Soon', 'Later']);
    expect(await find({ liveNow: 'true' })).toEqual(['Now']);
    expect(await find({ liveNow: 'false' })).toEqual(['Soon', 'Later']);
    expect(await find({ startsWithinHours: '3' })).toEqual(['Now', 'Soon']);
    expect(await find({ from: fromNow(0), until: later.startsAt })).toEqual(['Soon']);
    expect(await find({ from: later.startsAt })).toEqual(['Later']);
  });

  test('narrows by the mentor’s rating, which the card shows', async () => {
    const mentors = await Promise.all([5, 3].map(() => buildMentor(api.knex)));
    const [good, fair] = mentors.map(({ id }) => id);
    if (!good || !fair) throw new Error('two mentors are needed');
    await build({ title: 'Good', mentorId: good });
    await build({ title: 'Fair', mentorId: fair });
    await build({ title: 'Unrated' });
    await buildReviews(api.knex, good, [5, 4, 5]);
    await buildReviews(api.knex, fair, [3]);
    expect(await find({ ratingMin: '4.5' })).toEqual(['Good']);
    expect((await find({ ratingMin: '1' })).sort()).toEqual(['Fair', 'Good']);
    const { items } = await api.visitor.get(sessionPage, `/api/sessions?q=${own}&ratingMin=4.5`);
    expect(items[0]?.mentor.rating).toEqual({ average: 4.7, count: 3 });
  });

  test('shows no lesson of someone who deleted their account', async () => {
    const mentor = await buildUser(api.knex, { role: 'mentor' });
    await build({ title: 'Orphan', mentorId: mentor.id });
    expect(await find({})).toEqual(['Orphan']);
    await User.query(api.knex)
      .findById(mentor.id)
      .patch({ deletedAt: fromNow(0) });
    expect(await find({})).toEqual([]);
  });

  test('goes page by page through what is common and what is rare', async () => {
    for (let i = 0; i < 5; i++) await build({ title: `Lesson ${i}`, startsAt: fromNow(10 + i) });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/api/sessions?limit=2&q=${own}${cursor && `&cursor=${cursor}`}`;
      const page: { items: { title: string }[]; nextCursor: string | null } = await api.visitor.get(
        sessionPage,
        path,
      );
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([0, 1, 2, 3, 4].map((i) => `Lesson ${i}`));
  });

  test.each([
    ['until', 'from=2027-01-02T00:00:00.000Z&until=2027-01-01T00:00:00.000Z'],
    ['until', 'from=2027-01-02T00:00:00.000Z&until=2027-01-02T00:00:00.000Z'],
    ['from', 'from=tomorrow'],
    ['q', `q=${'x'.repeat(81)}`],
    ['price', 'price=cheap'],
    ['maxPricePaise', 'maxPricePaise=-1'],
    ['maxPricePaise', 'maxPricePaise=ten'],
    ['ratingMin', 'ratingMin=6'],
    ['language', 'language=xx'],
    ['mentor', 'mentor=me'],
    ['liveNow', 'liveNow=perhaps'],
    ['startsWithinHours', 'startsWithinHours=0'],
  ])('refuses a wrong %s (%s)', async (field, query) => {
    const refused = await api.visitor.refused('GET', `/api/sessions?${query}`);
    expect(refused).toMatchObject({ status: 422, code: 'invalid', fields: [{ field }] });
  });
});
