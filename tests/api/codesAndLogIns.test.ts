import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanAccounts } from '../../api/accounts/index.ts';
import { EmailCode, LogInRow, RefreshToken } from '../../api/accounts/model.ts';
import { codeSent, ownLogIns, problem, signedIn } from '../../api/contracts/index.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { mailedDigits, otherDigits } from '../support/codes.ts';
import { cookieOf } from '../support/cookies.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { createClient } from '../support/testClient.ts';

const dayMs = 24 * 3_600_000;
const newPassword = 'seven quiet elephants';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
});
afterAll(() => api.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.visitor.send('POST', `/api/auth/${path}`, body, { 'x-forwarded-for': randomUUID(), ...headers });
const codeOf = ({ body }: { body: unknown }) => problem.parse(body).code;
const logIn = (email: string, password = testPassword, userAgent = 'tests') =>
  post('login', { email, password }, { 'user-agent': userAgent });
const refresh = (cookie: string) => post('refresh', undefined, { cookie });
const as = (answer: { body: unknown }) => createClient(api.url, signedIn.parse(answer.body).accessToken);

async function askCode(path: 'login-code' | 'reset-code', email: string) {
  const { codeId } = codeSent.parse((await post(path, { email })).body);
  return { codeId, code: await mailedDigits(api, codeId) };
}

describe('log-in by code (AUTH-5)', () => {
  test('is a log-in like any other', async () => {
    const { email, id } = await buildUser(api.knex);
    const answer = await post('login-by-code', await askCode('login-code', email));
    expect(signedIn.parse(answer.body).user.id).toBe(id);
    expect((await refresh(cookieOf(answer))).status).toBe(200);
  });

  test('looks the same for an address that nobody has, and leads nowhere there', async () => {
    const asked = await askCode('login-code', 'no-one-at-home@example.com');
    expect(codeOf(await post('login-by-code', asked))).toBe('wrong_code');
    const wrong = { ...asked, code: otherDigits(asked.code) };
    expect(codeOf(await post('login-by-code', wrong))).toBe('wrong_code');
  });

  test('wrong codes and wrong passwords lock together; a new code is no way around', async () => {
    const { email } = await buildUser(api.knex);
    for (let i = 0; i < 3; i++) expect((await logIn(email, 'a guess')).status).toBe(401);
    const asked = await askCode('login-code', email);
    const wrong = { ...asked, code: otherDigits(asked.code) };
    expect(codeOf(await post('login-by-code', wrong))).toBe('wrong_code');
    expect(codeOf(await post('login-by-code', wrong))).toBe('account_locked');
    expect(codeOf(await post('login-by-code', asked))).toBe('account_locked');
    expect(codeOf(await post('login-by-code', await askCode('login-code', email)))).toBe('account_locked');
    expect(codeOf(await logIn(email))).toBe('account_locked');
  });

  test('a right code is used once', async () => {
    const asked = await askCode('login-code', (await buildUser(api.knex)).email);
    const both = await Promise.all([post('login-by-code', asked), post('login-by-code', asked)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });
});

describe('forgotten password (AUTH-5)', () => {
  const reset = (asked: object, password = newPassword) => post('reset-password', { ...asked, password });

  test('a code sets a new one, ends all other log-ins and tells the owner', async () => {
    const { email, id } = await buildUser(api.knex);
    const before = [cookieOf(await logIn(email)), cookieOf(await logIn(email))];
    const stranger = await buildUser(api.knex);
    const elsewhere = cookieOf(await logIn(stranger.email));

    const answer = await reset(await askCode('reset-code', email));
    expect(signedIn.parse(answer.body).user.id).toBe(id);
    for (const cookie of before) expect(codeOf(await refresh(cookie))).toBe('session_expired');
    expect((await refresh(cookieOf(answer))).status).toBe(200);
    expect((await refresh(elsewhere)).status).toBe(200);
    expect((await logIn(email)).status).toBe(401);
    expect((await logIn(email, newPassword)).status).toBe(200);
    expect(await outboxRows(api.knex, 'mail.passwordChanged', id)).toHaveLength(1);
  });

  test('is the way out of a lock', async () => {
    const { email } = await buildUser(api.knex);
    for (let i = 0; i < 5; i++) await logIn(email, 'a guess');
    expect(codeOf(await logIn(email))).toBe('account_locked');
    expect((await reset(await askCode('reset-code', email))).status).toBe(200);
    expect((await logIn(email, newPassword)).status).toBe(200);
  });

  test('a weak password is refused, and the code stays good', async () => {
    const { email } = await buildUser(api.knex, { name: 'Rosalind Iyer' });
    const asked = await askCode('reset-code', email);
    for (const weak of ['short', 'password123', 'hello rosalind!']) {
      const refusal = problem.parse((await reset(asked, weak)).body);
      expect(refusal).toMatchObject({ code: 'invalid', fields: [{ field: 'password' }] });
    }
    expect((await reset(asked)).status).toBe(200);
    expect(codeOf(await reset(asked))).toBe('code_expired');
  });

  test('five wrong codes end the code; nobody learns who has an account', async () => {
    for (const email of [(await buildUser(api.knex)).email, 'no-one-here@example.com']) {
      const asked = await askCode('reset-code', email);
      const wrong = { ...asked, code: otherDigits(asked.code) };
      const codes = [];
      for (let i = 0; i < 5; i++) codes.push(codeOf(await reset(wrong)));
      expect(codes).toEqual([...Array<string>(4).fill('wrong_code'), 'code_expired']);
      expect(codeOf(await reset(asked))).toBe('code_expired');
    }
    const nobody = await askCode('reset-code', 'no-one-there@example.com');
    expect(codeOf(await reset(nobody))).toBe('wrong_code');
  });

  test('a code to log in does not set a password', async () => {
    const asked = await askCode('login-code', (await buildUser(api.knex)).email);
    expect(codeOf(await reset(asked))).toBe('code_expired');
  });
});

describe('own log-ins (AUTH-6)', () => {
  const onPhone =
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
  const onDesk = 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';

  test('say where, when, and which one asks', async () => {
    const { email } = await buildUser(api.knex);
    const phone = await logIn(email, testPassword, onPhone);
    api.moveClock(1_000);
    const desk = await logIn(email, testPassword, onDesk);
    const { items } = await as(desk).get(ownLogIns, '/api/profile/logins');
    expect(items.map(({ browser, system, isThis }) => [browser, system, isThis])).toEqual([
      ['Firefox', 'Linux', true],
      ['Chrome', 'Android', false],
    ]);
    // Used again, it comes first; the access token that it gives belongs to the same log-in.
    api.moveClock(1_000);
    const renewed = await refresh(cookieOf(phone));
    const after = await as(renewed).get(ownLogIns, '/api/profile/logins');
    expect(after.items.map(({ browser, isThis }) => [browser, isThis])).toEqual([
      ['Chrome', true],
      ['Firefox', false],
    ]);
    expect(after.items[0]?.lastUsedAt).not.toBe(after.items[0]?.createdAt);
  });

  test('one can be ended, and is gone', async () => {
    const { email } = await buildUser(api.knex);
    const [phone, desk] = [await logIn(email), await logIn(email)];
    const { items } = await as(desk).get(ownLogIns, '/api/profile/logins');
    const other = items.find(({ isThis }) => !isThis)?.id ?? '';
    expect((await as(desk).send('POST', `/api/profile/logins/${other}/end`)).status).toBe(204);
    expect(codeOf(await refresh(cookieOf(phone)))).toBe('session_expired');
    expect((await refresh(cookieOf(desk))).status).toBe(200);
    expect((await as(desk).get(ownLogIns, '/api/profile/logins')).items).toHaveLength(1);
    expect((await as(desk).refused('POST', `/api/profile/logins/${other}/end`)).code).toBe('not_found');
  });

  test('all others can be ended at once', async () => {
    const { email } = await buildUser(api.knex);
    const others = [await logIn(email), await logIn(email)];
    const mine = await logIn(email);
    expect((await as(mine).send('POST', '/api/profile/logins/end-others')).status).toBe(204);
    for (const other of others) expect((await refresh(cookieOf(other))).status).toBe(401);
    expect((await refresh(cookieOf(mine))).status).toBe(200);
  });

  test('nobody else’s can be seen or ended, nor by a visitor', async () => {
    const { email, id } = await buildUser(api.knex);
    const theirs = await logIn(email);
    const row = await LogInRow.query(api.knex).findOne({ userId: id }).throwIfNotFound();
    const stranger = await api.as(await buildUser(api.knex));
    expect((await stranger.get(ownLogIns, '/api/profile/logins')).items).toEqual([]);
    expect((await stranger.refused('POST', `/api/profile/logins/${row.id}/end`)).code).toBe('not_found');
    expect((await refresh(cookieOf(theirs))).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/api/profile/logins'],
      ['POST', `/api/profile/logins/${row.id}/end`],
      ['POST', '/api/profile/logins/end-others'],
    ] as const)
      expect((await api.visitor.refused(method, path)).code).toBe('not_signed_in');
  });

  test('logging out takes it off the list; so do 30 days without use', async () => {
    const { email } = await buildUser(api.knex);
    const [first, second] = [await logIn(email), await logIn(email)];
    await post('logout', undefined, { cookie: cookieOf(first) });
    expect((await as(second).get(ownLogIns, '/api/profile/logins')).items).toHaveLength(1);
    api.moveClock(31 * dayMs);
    const third = await logIn(email);
    const { items } = await as(third).get(ownLogIns, '/api/profile/logins');
    expect(items.map(({ isThis }) => isThis)).toEqual([true]);
  });
});

describe('what is over', () => {
  test('is removed, and what is in use stays', async () => {
    const { email, id } = await buildUser(api.knex);
    await logIn(email);
    await askCode('reset-code', email);
    await cleanAccounts(api.knex, api.now());
    const left = async () =>
      Promise.all([
        EmailCode.query(api.knex).where({ email }).resultSize(),
        RefreshToken.query(api.knex).where({ userId: id }).resultSize(),
        LogInRow.query(api.knex).where({ userId: id }).resultSize(),
      ]);
    expect(await left()).toEqual([1, 1, 1]);
    api.moveClock(2 * dayMs);
    await cleanAccounts(api.knex, api.now());
    expect(await left()).toEqual([0, 1, 1]);
    api.moveClock(60 * dayMs);
    await cleanAccounts(api.knex, api.now());
    expect(await left()).toEqual([0, 0, 0]);
  });
});
