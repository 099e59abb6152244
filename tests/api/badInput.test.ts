import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { User } from '../../api/accounts/index.ts';
import { problem, signedIn } from '../../api/contracts/index.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { mailedDigits } from '../support/codes.ts';
import { freshEmail, learner, mentor } from '../support/signUps.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
});
afterAll(() => api.close());

const post = (path: string, body: unknown) =>
  api.visitor.send('POST', `/api/auth/${path}`, body, { 'x-forwarded-for': randomUUID() });
const fieldsOf = ({ body }: { body: unknown }) => {
  const { code, fields = [] } = problem.parse(body);
  return { code, fields: [...new Set(fields.map(({ field }) => field.split('.')[0]))] };
};

const codeId = randomUUID();
const challenge = 'x.y.z';
const password = 'seven quiet elephants';
const person = () => ({ name: 'Asha Rao', email: freshEmail(), password });
/** A good body of each call; the table below spoils one field at a time. */
const good: Record<string, () => Record<string, unknown>> = {
  'check-person': person,
  'email-available': () => ({ email: freshEmail() }),
  'finish-sign-up': () => ({ codeId, code: '123456' }),
  login: () => ({ email: freshEmail(), password }),
  'login-by-code': () => ({ codeId, code: '123456' }),
  'login-code': () => ({ email: freshEmail() }),
  'resend-code': () => ({ codeId }),
  'reset-code': () => ({ email: freshEmail() }),
  'reset-password': () => ({ codeId, code: '123456', password }),
  totp: () => ({ challenge, code: '123456' }),
  'totp-finish': () => ({ challenge, code: '123456' }),
  'totp-setup': () => ({ challenge }),
};
const wrongTypes: unknown[] = [undefined, null, 7, true, [], {}, ['asha@example.com'], { $ne: null }];
const wrongTexts: Record<string, string[]> = {
  email: ['', 'asha', 'asha@', '@example.com', 'a b@example.com', `${'a'.repeat(65)}@example.com`],
  password: ['', 'x'.repeat(201)],
  name: ['', 'A', 'x'.repeat(81), 'Asha\u0000Rao', 'Asha\u202EoaR', 'Asha\nRao'],
  codeId: ['', '1', 'not-a-uuid', `${codeId}0`, "' or 1=1 --"],
  code: ['', '12345', 'x'.repeat(21)],
  challenge: ['x'.repeat(2049)],
};

describe('every field of every call of access refuses what is not of its kind (SEC)', () => {
  test.for(Object.entries(good))('%s', async ([path, body]) => {
    expect(['invalid', undefined]).not.toContain(
      // The good body is refused for other reasons at most.
      await post(path, body()).then(({ status, body: said }) =>
        status < 300 ? 'ok' : fieldsOf({ body: said }).code,
      ),
    );
    for (const field of Object.keys(body()))
      for (const value of [...wrongTypes, ...(wrongTexts[field] ?? [])]) {
        const answer = await post(path, { ...body(), [field]: value });
        expect({ field, value, ...fieldsOf(answer) }).toEqual({
          ...{ field, value, code: 'invalid', fields: [field] },
        });
      }
  });

  test.for([learner(), mentor()])('sign-up of a $role', async (body) => {
    for (const field of Object.keys(body))
      for (const value of [null, 7, true, { $ne: null }]) {
        const answer = await post('sign-up', { ...body, email: freshEmail(), [field]: value });
        expect({ field, value, ...fieldsOf(answer) }).toEqual({
          ...{ field, value, code: 'invalid', fields: [field] },
        });
      }
  });

  test('nobody signs up as an admin', async () => {
    for (const role of ['admin', 'Admin', 'operator', '']) {
      const answer = await post('sign-up', { ...learner(), role });
      expect(fieldsOf(answer)).toEqual({ code: 'invalid', fields: ['role'] });
    }
  });

  test('what is not asked for is not taken: no role, no id, no hash', async () => {
    const email = freshEmail();
    const smuggled = { id: randomUUID(), passwordHash: 'x', deletedAt: 'x', isAdmin: true };
    const { body } = await post('sign-up', { ...learner({ email }), ...smuggled });
    const { codeId: id } = body as { codeId: string };
    const done = await post('finish-sign-up', {
      codeId: id,
      code: await mailedDigits(api, id),
      role: 'admin',
    });
    expect(signedIn.parse(done.body).user.role).toBe('learner');
    const row = await User.query(api.knex).findOne({ email }).throwIfNotFound();
    expect(row.id).not.toBe(smuggled.id);
    expect(row.deletedAt).toBeNull();
  });

  test('bodies beyond 100 kB are refused by each of them, before they are read', async () => {
    for (const path of [...Object.keys(good), 'sign-up', 'login']) {
      const answer = await post(path, { filler: 'x'.repeat(110_000) });
      expect(answer.status).toBe(413);
    }
  });
});

describe('look-alikes of an e-mail', () => {
  test.for([
    ['in full width', (email: string) => email.replace('a', 'ａ').replace('@', '＠')],
    ['in capitals', (email: string) => email.toUpperCase()],
    ['with blanks around', (email: string) => `\u3000 ${email}\t`],
    ['with a dot of its own', (email: string) => email.replace('.', '．')],
  ] as const)('%s are the same account', async ([, disguise]) => {
    const { id, email } = await buildUser(api.knex, { email: `asha.${freshEmail()}` });
    const answer = await post('login', { email: disguise(email), password: testPassword });
    expect(signedIn.parse(answer.body).user.id).toBe(id);
    expect((await post('email-available', { email: disguise(email) })).body).toEqual({ available: false });
  });

  test.for([
    ['Cyrillic', 'аsha@example.com'],
    ['Greek', 'αsha@example.com'],
    ['zero width', 'as\u200Dha@example.com'],
    ['right to left', '\u202Eahsa@example.com'],
    ['an invisible separator', 'asha\u2063@example.com'],
    ['a combining accent', 'a\u0301sha@example.com'],
    ['a variation selector', 'asha\uFE0F@example.com'],
    ['a tag character', 'asha\u{E0061}@example.com'],
    ['half a pair', 'asha\uD800@example.com'],
  ] as const)('with %s are refused everywhere', async ([, email]) => {
    for (const [path, body] of Object.entries(good))
      if ('email' in body())
        expect(fieldsOf(await post(path, { ...body(), email })).fields).toEqual(['email']);
  });
});

describe('what step 2 of the wizard asks (AUTH-2)', () => {
  test('passes who may sign up, and names e-mail and password otherwise', async () => {
    expect((await post('check-person', person())).status).toBe(204);
    const { email } = await buildUser(api.knex);
    const cases: [object, string[]][] = [
      [{ email }, ['email']],
      [{ password: 'password123' }, ['password']],
      [{ name: 'Rosalind Rao', password: 'hello rosalind!' }, ['password']],
      [{ email, password: 'qwertyuiop' }, ['email', 'password']],
    ];
    for (const [over, fields] of cases) {
      const answer = await post('check-person', { ...person(), ...over });
      expect(fieldsOf(answer)).toEqual({ code: 'invalid', fields });
    }
  });

  test('is counted with the question whether an address is free', async () => {
    const from = { 'x-forwarded-for': '203.0.113.60' };
    const ask = (path: string, body: object) => api.visitor.send('POST', `/api/auth/${path}`, body, from);
    for (let i = 0; i < 30; i++) {
      expect((await ask('check-person', person())).status).toBe(204);
      expect((await ask('email-available', { email: freshEmail() })).status).toBe(200);
    }
    for (const [path, body] of [
      ['check-person', person()],
      ['email-available', { email: freshEmail() }],
    ] as const)
      expect((await ask(path, body)).status).toBe(429);
  });
});

describe('language and time zone of a sign-up (WEB-11)', () => {
  const finish = async (over: object) => {
    const { body } = await post('sign-up', learner(over));
    const { codeId: id } = body as { codeId: string };
    return signedIn.parse(
      (await post('finish-sign-up', { codeId: id, code: await mailedDigits(api, id) })).body,
    ).user;
  };
  test('are kept, and have a default', async () => {
    expect(await finish({ locale: 'hi', timeZone: 'America/New_York' })).toMatchObject({
      ...{ locale: 'hi', timeZone: 'America/New_York' },
    });
    expect(await finish({})).toMatchObject({ locale: 'en', timeZone: 'Asia/Kolkata' });
  });
  test('that nobody knows are refused', async () => {
    for (const [field, value] of [
      ['locale', 'xx'],
      ['locale', 7],
      ['timeZone', 'Mars/Olympus'],
      ['timeZone', 'x'.repeat(65)],
      ['timeZone', ''],
    ] as const)
      expect(fieldsOf(await post('sign-up', learner({ [field]: value }))).fields).toEqual([field]);
  });
});
