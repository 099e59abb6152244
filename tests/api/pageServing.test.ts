import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureWebBuild } from '../../bin/setup/webBuild.ts';
import { buildMentor, buildSession } from '../support/builders.ts';
import { askPage, readPage } from '../support/readPage.ts';
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

describe('the language of a page (WEB-11)', () => {
  test.each([
    [{}, 'en'],
    [{ 'accept-language': 'hi-IN,hi;q=0.9,en;q=0.8' }, 'hi'],
    [{ 'accept-language': 'en;q=0.4, hi;q=0.9' }, 'hi'],
    [{ 'accept-language': 'fr, de;q=0.5' }, 'en'],
    [{ 'accept-language': 'hi', cookie: 'peerlearn.locale=en' }, 'en'],
    [{ cookie: 'peerlearn.locale=hi' }, 'hi'],
    [{ cookie: 'peerlearn.locale=../../x' }, 'en'],
  ])('%j is %s', async (headers, lang) => {
    const page = await read('/', headers);
    expect(page.lang).toBe(lang);
    expect(page.headers['content-language']).toBe(lang);
    expect(page.headers.vary).toMatch(/Cookie.*Accept-Language/i);
    expect(/[\u0900-\u097f]{4}/.test(page.document.querySelector('h1')?.textContent ?? '')).toBe(
      lang === 'hi',
    );
  });

  test('an address that names it wins, is remembered, and is told to search engines', async () => {
    const page = await read('/sessions?lang=hi', { cookie: 'peerlearn.locale=en' });
    expect(page.lang).toBe('hi');
    expect(page.headers['set-cookie']?.join()).toContain('peerlearn.locale=hi');
    expect(page.link('canonical')).toBe(`${origin}/sessions?lang=hi`);
    expect(page.document.querySelector('link[hreflang=en]')?.getAttribute('href')).toBe(
      `${origin}/sessions?lang=en`,
    );
  });

  test('never mixes, with many readers of both at once', async () => {
    const lessons = await Promise.all(Array.from({ length: 12 }, () => buildSession(api.knex)));
    const words: Record<string, string> = { en: 'Skip to content', hi: 'सीधे सामग्री पर जाएँ' };
    const pages = await Promise.all(
      lessons.flatMap(({ id }) =>
        Object.keys(words).map((lang) => read(`/sessions/${id}`, { 'accept-language': lang })),
      ),
    );
    expect(pages.map(({ lang }) => lang)).toEqual(lessons.flatMap(() => ['en', 'hi']));
    for (const { lang, text } of pages)
      for (const [language, word] of Object.entries(words))
        expect(text.includes(word)).toBe(language === lang);
  });
});

describe('being asked often', () => {
  test('who has the page already is told so, and gets it again once it has changed', async () => {
    const lesson = await buildSession(api.knex, { title: 'Before' });
    const path = `/sessions/${lesson.id}`;
    const first = await ask(path);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^W\//);
    const again = await ask(path, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    // In another language it is another page.
    expect((await ask(path, { 'if-none-match': etag, 'accept-language': 'hi' })).status).toBe(200);
  });

  test('is packed with brotli for those who take it', async () => {
    const { headers } = await ask('/', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('br');
  });
});

describe('for search engines', () => {
  test('robots.txt leads to the sitemap and away from what is private', async () => {
    const { body } = await ask('/robots.txt');
    expect(body.toString()).toContain(`Sitemap: ${origin}/sitemap.xml`);
    for (const path of ['/api/', '/dashboard', '/session/'])
      expect(body.toString()).toContain(`Disallow: ${path}`);
  });

  test('the sitemap leads to every open lesson and mentor, and to nothing else', async () => {
    const mentor = await buildMentor(api.knex);
    const open = await buildSession(api.knex, { mentorId: mentor.id, startsAt: soon(3) });
    const draft = await buildSession(api.knex, { mentorId: mentor.id, state: 'draft' });
    const index = (await ask('/sitemap.xml')).body.toString();
    const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
    const answers = await Promise.all(files.map((path) => ask(path)));
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^application\/xml/);
    }
    const all = answers.map(({ body }) => body.toString()).join('');
    for (const path of ['/', '/sessions', '/mentors', `/sessions/${open.id}`, `/mentors/${mentor.id}`])
      expect(all).toContain(`<loc>${origin}${path}</loc>`);
    expect(all).not.toContain(draft.id);
    expect((await ask('/sitemaps/sessions-999.xml')).status).toBe(404);
  });

  test('share previews have a picture of their own, in any script', async () => {
    const mentor = await buildMentor(api.knex, { name: 'मीरा <b>&' });
    const lesson = await buildSession(api.knex, { mentorId: mentor.id, title: 'संगीत & <i>chords</i> 🎸' });
    for (const path of [`/share/sessions/${lesson.id}.png`, `/share/mentors/${mentor.id}.png?lang=hi`]) {
      const { status, headers, body } = await ask(path);
      expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'image/png' });
      expect(await sharp(body).metadata()).toMatchObject({ width: 1200, height: 630 });
    }
    expect((await read(`/sessions/${lesson.id}`)).meta('og:image')).toBe(
      `${origin}/share/sessions/${lesson.id}.png`,
    );
    expect((await ask('/share/sessions/nothing.png')).status).toBe(404);
  });
});

/** So early that it stands on first pages, whatever other tests made. */
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
