import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../config/settings.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { cookieOf } from '../support/cookies.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

type Document = { paths: Record<string, Record<string, { summary: string }>> };

let demo: TestApi;
let production: TestApi;
beforeAll(async () => {
  [demo, production] = await Promise.all([
    startTestApi({ DEV_SMTP_PORT: '1' }),
    startTestApi({
      ...{ NODE_ENV: 'production', METRICS_TOKEN: 'a token', PUBLIC_URL: 'https://learn.example' },
      ...{ MEDIA_PUBLIC_URL: 'https://media.example', MEDIA_ANNOUNCED_ADDRESS: '192.0.2.1' },
      ...{ MAIL_FROM: 'PeerLearn <lessons@learn.example>' },
    }),
  ]);
});
afterAll(() => Promise.all([demo.close(), production.close()]));

const get = (api: TestApi, path: string) => api.visitor.send('GET', path);
const policyOf = (headers: Headers) =>
  new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );

/** Every kind of answer: a page, the description, a good call, a refused one, and nothing at all. */
const answers = [
  '/',
  '/api/docs',
  '/api/openapi.json',
  '/api/sessions',
  '/api/profile',
  '/api/nothing',
  '/x.js',
];

describe('what every answer tells the browser (SEC)', () => {
  test.for(answers)('%s', async (path) => {
    const { headers } = await get(production, path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000; includeSubDomains/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('x-powered-by')).toBeNull();
    const policy = policyOf(headers);
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    for (const name of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(policy.get(name)).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'"]);
  });

  test('no page that the api makes, nor the built one, holds inline script, style or handlers', async () => {
    const pages = await Promise.all(
      ['/', '/api/docs', '/dev/mail'].map(async (path) => String((await get(demo, path)).body)),
    );
    pages.push(readFileSync(join(projectRoot, 'web/index.html'), 'utf8'));
    for (const page of pages) {
      const inline = [...page.matchAll(/<script\b([^>]*)>([^<]*)/gi)].filter(
        // Data is no script: browsers do not run it.
        ([, attributes = '', text = '']) =>
          !/type="application\/(ld\+)?json"/.test(attributes) &&
          (text.trim() !== '' || !attributes.includes('src=')),
      );
      expect(inline.map(([tag]) => tag.slice(0, 200))).toEqual([]);
      // Style attributes are allowed: the room and Kobalte place things by them.
      expect(/<style|\son[a-z]+="|javascript:/i.exec(page)?.[0]).toBeUndefined();
    }
  });

  test('outside production HTTPS is not asked for: there is none', async () => {
    expect((await get(demo, '/')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the refresh cookie', () => {
  test('over HTTPS is secure by name and by attribute, whatever the proxy says', async () => {
    const { email } = await buildUser(production.knex);
    const body = { email, password: testPassword };
    const answer = await production.visitor.send('POST', '/api/auth/login', body);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-peerlearn_refresh=/);
    for (const part of ['secure', 'httponly', 'samesite=strict', 'path=/api/auth'])
      expect(cookie.toLowerCase().split('; ')).toContain(part);
    expect(cookie.toLowerCase()).not.toContain('domain=');
    const refresh = (name: string) =>
      production.visitor.send('POST', '/api/auth/refresh', undefined, { cookie: name });
    expect((await refresh(cookieOf(answer))).status).toBe(200);
    expect((await refresh(cookieOf(answer).replace('__Secure-', ''))).status).toBe(401);
  });

  test('counts nowhere but under /api/auth: other calls go by the token alone', async () => {
    const { email } = await buildUser(demo.knex);
    const answer = await demo.visitor.send('POST', '/api/auth/login', { email, password: testPassword });
    const cookie = cookieOf(answer);
    for (const path of ['/api/profile', '/api/bookings', '/api/notifications']) {
      const refused = await demo.visitor.send('GET', path, undefined, { cookie });
      expect(refused.body).toMatchObject({ code: 'not_signed_in' });
    }
  });
});

describe('another site’s page (CSRF)', () => {
  test('is refused by every call under /api/auth, before anything is read or counted', async () => {
    const { paths } = (await get(demo, '/api/openapi.json')).body as Document;
    const calls = Object.keys(paths).filter((path) => path.startsWith('/api/auth/'));
    expect(calls.length).toBeGreaterThan(12);
    for (const path of calls) {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site', origin: demo.url },
      ] as Record<string, string>[]) {
        const { status, body } = await demo.visitor.send('POST', path, {}, headers);
        expect({ path, status, body }).toMatchObject({ path, status: 403, body: { code: 'forbidden' } });
      }
    }
  });
});
