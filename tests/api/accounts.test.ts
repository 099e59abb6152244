import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RefreshToken } from '../../api/accounts/model.ts';
import { problem, signedIn, user as userContract } from '../../api/contracts/index.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { cookieOf } from '../support/cookies.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { createClient } from '../support/testClient.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const secondMs = 1_000;
const secret = () => new TextEncoder().encode(api.settings.tokens.jwtSecret);

const logIn = (email: string, password = testPassword) =>
  api.visitor.send('POST', '/api/auth/login', { email, password });

const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  api.visitor.send('POST', '/api/auth/refresh', undefined, { cookie, ...headers });

async function loggedIn() {
  const person = await buildUser(api.knex);
  return { person, cookie: cookieOf(await logIn(person.email)) };
}

describe('log in', () => {
  test('gives an access token and a cookie that no script and no other site can use', async () => {
    const person = await buildUser(api.knex, { role: 'mentor' });
    const answer = await logIn(`  ${person.email.toUpperCase()} `);
    const { accessToken, expiresAt, user } = signedIn.parse(answer.body);
    expect(user).toEqual({
      ...{ id: person.id, role: 'mentor', name: person.name, email: person.email },
      ...{ locale: 'en', timeZone: 'Asia/Kolkata', pictureUrl: null },
    });
    expect(Date.parse(expiresAt) - api.now().getTime()).toBeLessThanOrEqual(15 * 60 * secondMs);
    const cookie = answer.headers.getSetCookie()[0]?.toLowerCase() ?? '';
    for (const part of ['httponly', 'samesite=strict', 'path=/api/auth', 'expires='])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('secure');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const me = await createClient(api.url, accessToken).get(userContract, '/api/profile');
    expect(me).toEqual(user);
  });

  test('stores neither password nor token, only their hashes', async () => {
    const { person, cookie } = await loggedIn();
    const token = cookie.split('=')[1] ?? '';
    const rows = await RefreshToken.query(api.knex).where({ userId: person.id });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(person.passwordHash).toMatch(/^\$argon2id\$/);
  });

  test('says the same of a wrong password and of an unknown e-mail', async () => {
    const person = await buildUser(api.knex);
    const [wrong, unknown] = await Promise.all([
      logIn(person.email, 'not the password'),
      logIn('nobody-here@example.com'),
    ]);
    expect(wrong.status).toBe(401);
    const said = { ...problem.parse(wrong.body), requestId: '' };
    expect(said).toEqual({ ...problem.parse(unknown.body), requestId: '' });
    expect(said.code).toBe('wrong_credentials');
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('five wrong tries lock an address for 15 minutes and say so, whoever has it or nobody', async () => {
    const person = await buildUser(api.knex);
    for (const email of [person.email, 'nobody-at-all@example.com']) {
      const answers = [];
      for (let i = 0; i < 6; i++) answers.push(await logIn(email, `guess ${i}`));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429]);
      for (const { body, headers } of answers.slice(4)) {
        const { code, retryAfterSeconds = 0 } = problem.parse(body);
        expect(code).toBe('account_locked');
        expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
        expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
        expect(headers.get('retry-after')).toBe(String(retryAfterSeconds));
      }
    }
    expect((await logIn(person.email)).body).toMatchObject({ code: 'account_locked' });
    // Another person is not held up by it.
    expect((await logIn((await buildUser(api.knex)).email)).status).toBe(200);
  });

  test('many guesses at once are not judged for free', async () => {
    const { email } = await buildUser(api.knex);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => logIn(email, `guess ${i}`)));
    const codes = answers.map(({ body }) => problem.parse(body).code).sort();
    expect(codes).toEqual([
      ...Array<string>(8).fill('account_locked'),
      ...Array<string>(4).fill('wrong_credentials'),
    ]);
  });

  test('a right password forgets the wrong tries before it', async () => {
    const { email } = await buildUser(api.knex);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await logIn(email, 'a guess')).status).toBe(401);
      expect((await logIn(email)).status).toBe(200);
    }
  });

  test('another site cannot log a browser in', async () => {
    const { email } = await buildUser(api.knex);
    const body = { email, password: testPassword };
    const answer = await api.visitor.send('POST', '/api/auth/login', body, {
      'sec-fetch-site': 'cross-site',
    });
    expect(answer.body).toMatchObject({ code: 'forbidden' });
  });

  test('names the fields that are wrong', async () => {
    const refusal = await api.visitor.refused('POST', '/api/auth/login', { email: 'no address' });
    expect(refusal).toMatchObject({ status: 422, code: 'invalid' });
    expect(refusal.fields?.map(({ field }) => field).sort()).toEqual(['email', 'password']);
  });
});

describe('access tokens', () => {
  const profileWith = (token: string) => createClient(api.url, token).refused('GET', '/api/profile');
  const claims = (userId: string) =>
    new SignJWT({ role: 'admin' }).setSubject(userId).setAudience('peerlearn-api').setIssuedAt();

  test('forged, unsigned, foreign and expired ones are refused', async () => {
    const { id } = await buildUser(api.knex);
    const hs256 = { alg: 'HS256' };
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const payload = Buffer.from(
      JSON.stringify({ sub: id, role: 'admin', aud: 'peerlearn-api', exp: 9_999_999_999 }),
    ).toString('base64url');
    const tokens = [
      await claims(id)
        .setExpirationTime('5m')
        .setProtectedHeader(hs256)
        .sign(Buffer.from('x'.repeat(32))),
      await claims(id).setExpirationTime('5m').setProtectedHeader({ alg: 'HS512' }).sign(secret()),
      await claims(id)
        .setAudience('peerlearn-room')
        .setExpirationTime('5m')
        .setProtectedHeader(hs256)
        .sign(secret()),
      await claims(id).setExpirationTime('-1s').setProtectedHeader(hs256).sign(secret()),
      await claims(id).setProtectedHeader(hs256).sign(secret()),
      `${none}.${payload}.`,
      'nonsense',
    ];
    for (const token of tokens) expect((await profileWith(token)).code).toBe('session_expired');
    expect((await api.visitor.refused('GET', '/api/profile')).code).toBe('not_signed_in');
  });

  test('end after 15 minutes', async () => {
    const me = await api.as(await buildUser(api.knex));
    await me.get(userContract, '/api/profile');
    api.moveClock(15 * 60 * secondMs + secondMs);
    expect((await me.refused('GET', '/api/profile')).code).toBe('session_expired');
  });
});

describe('refresh', () => {
  test('exchanges the cookie for another, again and again', async () => {
    const { person, cookie } = await loggedIn();
    const first = await refresh(cookie);
    expect(signedIn.parse(first.body).user.id).toBe(person.id);
    expect(cookieOf(first)).not.toBe(cookie);
    const second = await refresh(cookieOf(first));
    expect(second.status).toBe(200);
  });

  test('two tabs at once both stay logged in', async () => {
    const { cookie } = await loggedIn();
    const both = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const after = await Promise.all(both.map((answer) => refresh(cookieOf(answer))));
    expect(after.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('a token used again later ends the whole log-in, the thief’s and the owner’s', async () => {
    const { person, cookie } = await loggedIn();
    const elsewhere = cookieOf(await logIn(person.email));
    const rotated = cookieOf(await refresh(cookie));
    api.moveClock(11 * secondMs);
    expect((await refresh(cookie)).body).toMatchObject({ status: 401, code: 'session_expired' });
    expect((await refresh(rotated)).status).toBe(401);
    // Another log-in of the same person is not concerned.
    expect((await refresh(elsewhere)).status).toBe(200);
  });

  test('unknown, missing and overdue cookies are refused', async () => {
    const { cookie } = await loggedIn();
    expect((await refresh('peerlearn_refresh=made-up')).status).toBe(401);
    expect((await api.visitor.send('POST', '/api/auth/refresh')).status).toBe(401);
    api.moveClock(30 * 24 * 3600 * secondMs);
    expect((await refresh(cookie)).status).toBe(401);
  });

  test('another site cannot use the cookie', async () => {
    const { cookie } = await loggedIn();
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign)
      expect((await refresh(cookie, headers)).body).toMatchObject({ code: 'forbidden' });
    expect((await refresh(cookie, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('log out', () => {
  test('ends the log-in on the server and takes the cookie away', async () => {
    const { cookie } = await loggedIn();
    const out = await api.visitor.send('POST', '/api/auth/logout', undefined, { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^peerlearn_refresh=;.*expires=Thu, 01 Jan 1970/i);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await api.visitor.send('POST', '/api/auth/logout')).status).toBe(204);
  });
});
