import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeSent, emailAvailable, problem } from '../../api/contracts/index.ts';
import { buildUser } from '../support/builders.ts';
import { codeRow } from '../support/codes.ts';
import { learner, mentor } from '../support/signUps.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
});
afterAll(() => api.close());

const post = (path: string, body: unknown) =>
  api.visitor.send('POST', `/api/auth/${path}`, body, { 'x-forwarded-for': randomUUID() });
const codeOf = ({ body }: { body: unknown }) => problem.parse(body).code;

describe('what is refused', () => {
  const wrongFields: [string, object, string][] = [
    ['a name of one letter', learner({ name: 'A' }), 'name'],
    ['a name that turns the direction of writing', learner({ name: 'Asha \u202Eoar' }), 'name'],
    ['an e-mail without a domain', learner({ email: 'asha@home' }), 'email'],
    ['an e-mail in Cyrillic letters', learner({ email: 'аsha@example.com' }), 'email'],
    ['an e-mail with an invisible character', learner({ email: 'as\u200Bha@example.com' }), 'email'],
    ['an e-mail with two signs', learner({ email: 'a@b@example.com' }), 'email'],
    ['an e-mail that is too long', learner({ email: `${'a'.repeat(65)}@example.com` }), 'email'],
    ['a header put into the e-mail', learner({ email: 'a@example.com\r\nBcc: b@example.com' }), 'email'],
    ['a password of 9', learner({ password: 'x7#mQ2!pz' }), 'password'],
    ['a password of 201', learner({ password: 'xy'.repeat(101) }), 'password'],
    ['a common password', learner({ password: 'password123' }), 'password'],
    ['a common password in disguise', learner({ password: 'P@ssw0rd123' }), 'password'],
    ['a row of keys', learner({ password: 'qwertyuiop' }), 'password'],
    ['one letter ten times', learner({ password: 'aaaaaaaaaa' }), 'password'],
    [
      'the name in the password',
      learner({ name: 'Ashalata Rao', password: 'my-aSHALAta-words' }),
      'password',
    ],
    [
      'the e-mail in the password',
      learner({ email: 'rosewood@example.com', password: 'xq rosewood zv' }),
      'password',
    ],
    ['no interest', learner({ interests: [] }), 'interests'],
    ['an interest twice', learner({ interests: ['Python', 'PYTHON'] }), 'interests'],
    [
      'eleven interests',
      learner({ interests: Array.from({ length: 11 }, (_, i) => `Topic ${i}`) }),
      'interests',
    ],
    ['goals that are too long', learner({ goals: 'x'.repeat(501) }), 'goals'],
    ['no domain', mentor({ domains: [] }), 'domains'],
    ['a domain of one’s own', mentor({ domains: ['Alchemy'] }), 'domains.0'],
    ['a short bio', mentor({ bio: 'I teach.' }), 'bio'],
    ['a number for a name', learner({ name: 7 }), 'name'],
  ];
  test.for(wrongFields)('%s', async ([, asked, field]) => {
    const refusal = problem.parse((await post('sign-up', asked)).body);
    expect(refusal.code).toBe('invalid');
    expect(refusal.fields?.map((each) => each.field)).toEqual([field]);
  });

  test('an e-mail in full-width letters is the ordinary one, so it makes no second account', async () => {
    const { email } = await buildUser(api.knex, { email: `asha${Date.now()}@example.com` });
    const wide = email.replace('asha', 'ＡＳＨＡ').replace('@', '＠');
    const answer = await post('email-available', { email: wide });
    expect(emailAvailable.parse(answer.body)).toEqual({ available: false });
    const { codeId } = codeSent.parse((await post('sign-up', learner({ email: wide }))).body);
    expect((await codeRow(api.knex, codeId)).email).toBe(email);
  });

  test('another site’s page cannot begin it', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answer = await api.visitor.send('POST', '/api/auth/sign-up', learner(), headers);
    expect(codeOf(answer)).toBe('forbidden');
  });
});
