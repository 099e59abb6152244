import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureWebBuild } from '../../bin/setup/webBuild.ts';
import { buildMentor, buildReviews, buildSession } from '../support/builders.ts';
import { askPage, ofType, readPage } from '../support/readPage.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

const origin = 'https://learn.example';
let api: TestApi;
beforeAll(async () => {
  await ensureWebBuild();
  api = await startTestApi({ PUBLIC_URL: origin });
}, 180_000);
afterAll(() => api.close());

const ask = (path: string, headers?: Record<string, string>) => askPage(api.url, path, headers);
const read = (path: string, headers?: Record<string, string>) => readPage(api.url, path, headers);

describe('a public page stands in the HTML (WEB-2, PERF-4)', () => {
  test('landing: content, head, whose site it is and how to search it', async () => {
    const { id, title } = await buildSession(api.knex, { title: 'Ragas for beginners', startsAt: soon(1) });
    const page = await read('/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.document.querySelectorAll('h1')).toHaveLength(1);
    expect(page.text).toContain(title);
    expect(page.html).toContain(`href="/sessions/${id}"`);
    expect(page.link('canonical')).toBe(`${origin}/`);
    for (const name of ['description', 'og:title', 'og:image', 'twitter:card', 'theme-color'])
      expect(page.meta(name), name).toBeTruthy();
    expect(ofType(page.jsonLd, 'Organization')).toMatchObject({ url: `${origin}/` });
    expect(ofType(page.jsonLd, 'WebSite')).toMatchObject({ potentialAction: { '@type': 'SearchAction' } });
    expect((await ask(new URL(page.meta('og:image') ?? '').pathname)).headers['content-type']).toBe(
      'image/png',
    );
  });

  test('the list of lessons: each with its link, and as an ItemList', async () => {
    const { id, title } = await buildSession(api.knex, { title: 'Sketching hands', startsAt: soon(2) });
    const page = await read('/sessions');
    expect(page.status).toBe(200);
    expect(page.text).toContain(title);
    const list = ofType(page.jsonLd, 'ItemList') as { itemListElement: { url: string }[] };
    expect(list.itemListElement.map(({ url }) => url)).toContain(`${origin}/sessions/${id}`);
    expect(ofType(page.jsonLd, 'BreadcrumbList')).toBeDefined();
    expect(page.meta('robots')).toBeUndefined();
    // What one visitor searched for is for nobody's index.
    expect((await read('/sessions?q=hands')).meta('robots')).toBe('noindex');
  });

  test('a lesson: what it is, when, with whom and for how much, as an event', async () => {
    const mentor = await buildMentor(api.knex, { name: 'Anita Desai' });
    const lesson = await buildSession(api.knex, {
      mentorId: mentor.id,
      title: 'Watercolour skies',
      description: 'Wet on wet, then dry.',
      pricePaise: 49_900,
      capacity: 5,
    });
    const page = await read(`/sessions/${lesson.id}`);
    expect(page.status).toBe(200);
    for (const words of ['Watercolour skies', 'Wet on wet, then dry.', 'Anita Desai', '₹499'])
      expect(page.text).toContain(words);
    expect(page.title).toBe('Watercolour skies · PeerLearn');
    expect(page.link('canonical')).toBe(`${origin}/sessions/${lesson.id}`);
    expect(page.meta('og:description')).toContain('Anita Desai');
    expect(ofType(page.jsonLd, 'EducationEvent')).toMatchObject({
      name: 'Watercolour skies',
      startDate: lesson.startsAt,
      endDate: lesson.endsAt,
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      organizer: { name: 'Anita Desai' },
      performer: { name: 'Anita Desai' },
      offers: { price: '499.00', priceCurrency: 'INR', availability: 'https://schema.org/InStock' },
    });
  });

  test('a mentor: profile, with stars only when learners gave some', async () => {
    const rated = await buildMentor(api.knex, { name: 'Kiran Bedi', bio: 'Chess since I was five.' });
    await buildReviews(api.knex, rated.id, [5, 4]);
    const fresh = await buildMentor(api.knex, { name: 'New Mentor' });
    const [page, freshPage] = await Promise.all([read(`/mentors/${rated.id}`), read(`/mentors/${fresh.id}`)]);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Chess since I was five.');
    expect(ofType(page.jsonLd, 'ProfilePage')).toMatchObject({
      mainEntity: { name: 'Kiran Bedi', aggregateRating: { ratingValue: 4.5, ratingCount: 2 } },
    });
    expect(JSON.stringify(freshPage.jsonLd)).not.toContain('aggregateRating');
    const list = await read('/mentors');
    expect(list.text).toContain('Kiran Bedi');
    expect(JSON.stringify(ofType(list.jsonLd, 'ItemList'))).toContain(rated.id);
  });

  test('names the files that the page needs, which exist, and brings its data along', async () => {
    const page = await read('/sessions');
    const files = [
      ...page.document.querySelectorAll('link[rel=modulepreload], link[rel=stylesheet], script[src]'),
    ];
    const paths = files.map((file) => file.getAttribute('href') ?? file.getAttribute('src') ?? '');
    expect(paths.filter((path) => path.includes('SessionsPage'))).not.toEqual([]);
    for (const path of paths) expect((await ask(path)).status, path).toBe(200);
    const { page: pattern, queries } = page.data();
    expect(pattern).toBe('/sessions');
    expect(queries.map(([key]) => key[0])).toContain('sessions');
  });

  test('knows nothing of who asks', async () => {
    const path = `/sessions/${(await buildSession(api.knex)).id}`;
    const visitor = await read(path);
    const withCookies = await read(path, {
      cookie: 'peerlearn.refresh=stolen; other=1',
      authorization: 'Bearer x',
    });
    expect(withCookies.html).toBe(visitor.html);
    expect(visitor.headers['cache-control']).toContain('private');
    expect(JSON.stringify(visitor.data())).toContain('"mine":null');
  });
});

describe('what is not there', () => {
  const unknownId = '4f6f1d0c-2f2f-4f76-9d3c-0d9d7a3b1c11';
  test.each([
    '/no-such-page',
    `/sessions/${unknownId}`,
    '/sessions/not-an-id',
    `/mentors/${unknownId}`,
    '/a/b/c',
  ])('%s is answered 404, as a page, and kept by no search engine', async (path) => {
    const page = await read(path);
    expect(page.status).toBe(404);
    expect(page.document.querySelectorAll('h1')).toHaveLength(1);
    expect(page.meta('robots')).toBe('noindex');
    expect(page.link('canonical')).toBeUndefined();
  });

  test('a draft is not there either', async () => {
    const { id } = await buildSession(api.knex, { state: 'draft', title: 'Not yet' });
    const page = await read(`/sessions/${id}`);
    expect(page.status).toBe(404);
    expect(page.html).not.toContain('Not yet');
  });

  test.each(['/login', '/dashboard', '/dashboard/learner/bookings', `/session/${unknownId}`])(
    '%s is the plain shell, for no search engine',
    async (path) => {
      const page = await read(path);
      expect(page.status).toBe(200);
      expect(page.headers['x-robots-tag']).toBe('noindex');
      expect(page.document.querySelector('#app')?.children).toHaveLength(0);
    },
  );

  test.each(['/%E0%A4%A', '//evil.example/', '/sessions/%2e%2e%2f', '/?q=%', '/sessions?cursor=%00'])(
    'a broken address (%s) is answered, not thrown',
    async (path) => {
      expect((await ask(path)).status).toBeLessThan(500);
    },
  );
});

describe('what people wrote is inert (SEC)', () => {
  const evil = `</script><script>alert(1)</script><!-- "onload="x' \u2028 {{}} &amp;`;
  test('in content, attributes, structured data and the data block', async () => {
    const mentor = await buildMentor(api.knex, { name: `Eve ${evil}`, bio: evil });
    const lesson = await buildSession(api.knex, {
      ...{ mentorId: mentor.id, title: evil, description: evil, topics: [evil], domains: [evil] },
    });
    const [visited, ...others] = await Promise.all(
      [
        `/sessions/${lesson.id}`,
        `/mentors/${mentor.id}`,
        '/sessions',
        '/mentors',
        '/',
        `/sessions?topic=${encodeURIComponent(evil)}`,
      ].map((path) => read(path)),
    );
    for (const page of [visited, ...others]) {
      for (const script of page?.document.querySelectorAll('script') ?? [])
        expect(script.getAttribute('src') ?? script.getAttribute('type')).toMatch(/^\/|json$/);
      for (const element of page?.document.querySelectorAll('*') ?? [])
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
    }
    // And it stands there as it was written.
    expect(visited?.document.querySelector('h1')?.textContent).toContain(evil);
    expect(ofType(visited?.jsonLd ?? [], 'EducationEvent')).toMatchObject({ name: evil });
    expect(visited?.title).toContain('</script>');
    expect(JSON.stringify(visited?.data())).toContain('</script>');
  });
});

/** So early that it stands on first pages, whatever other tests made. */
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
