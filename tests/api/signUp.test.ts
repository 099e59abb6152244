import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Profile, ProfileTopic, User } from '../../api/accounts/model.ts';
import { codeSent, problem, signedIn } from '../../api/contracts/index.ts';
import { buildUser } from '../support/builders.ts';
import { codeJobs, codeRow, mailedDigits, otherDigits } from '../support/codes.ts';
import { cookieOf } from '../support/cookies.ts';
import { freshEmail, learner, mentor } from '../support/signUps.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
});
afterAll(() => api.close());

/** Each from a network address of its own unless one is given: the limits of addresses are tested for themselves. */
const post = (path: string, body: unknown, address: string = randomUUID()) =>
  api.visitor.send('POST', `/api/auth/${path}`, body, { 'x-forwarded-for': address });
const codeOf = ({ body }: { body: unknown }) => problem.parse(body).code;

async function begin(asked: object) {
  const answer = await post('sign-up', asked);
  return codeSent.parse(answer.body);
}
const finish = (codeId: string, code: string) => post('finish-sign-up', { codeId, code });
const hasAccount = async (email: string) => (await User.query(api.knex).findOne({ email })) !== undefined;

describe('sign-up', () => {
  test('a learner has an account only after the code, and is logged in then', async () => {
    const asked = learner();
    const { codeId, expiresAt, resendAt } = await begin(asked);
    expect(Date.parse(expiresAt) - api.now().getTime()).toBeGreaterThan(10 * minuteMs - 5 * secondMs);
    expect(Date.parse(resendAt) - api.now().getTime()).toBeGreaterThan(25 * secondMs);
    expect(await hasAccount(asked.email)).toBe(false);

    const digits = await mailedDigits(api, codeId);
    const spaced = `${digits.slice(0, 3)} ${digits.slice(3)} `;
    const answer = await finish(codeId, spaced);
    const { user, accessToken } = signedIn.parse(answer.body);
    expect(user).toMatchObject({ role: 'learner', name: 'Asha Rao', email: asked.email });
    expect(accessToken).not.toBe('');
    const cookie = cookieOf(answer);
    expect((await api.visitor.send('POST', '/api/auth/refresh', undefined, { cookie })).status).toBe(200);

    expect(await Profile.query(api.knex).findById(user.id)).toMatchObject({ goals: 'Write a game', bio: '' });
    const topics = await ProfileTopic.query(api.knex).where({ userId: user.id }).orderBy('position');
    expect(topics.map(({ kind, title, key }) => [kind, title, key])).toEqual([
      ['interest', 'Python', 'python'],
      ['interest', 'Guitar', 'guitar'],
    ]);
    const { email, password } = asked;
    expect((await post('login', { email, password })).status).toBe(200);
  });

  test('a mentor’s domains, skills and bio are kept', async () => {
    const { codeId } = await begin(mentor());
    const { user } = signedIn.parse((await finish(codeId, await mailedDigits(api, codeId))).body);
    expect(user.role).toBe('mentor');
    expect(await Profile.query(api.knex).findById(user.id)).toMatchObject({ bio: mentor().bio, goals: '' });
    const topics = await ProfileTopic.query(api.knex).where({ userId: user.id }).orderBy('kind');
    expect(topics.map(({ kind, title }) => [kind, title])).toEqual([
      ['domain', 'Programming'],
      ['skill', 'Python'],
    ]);
  });

  test('neither the code nor the password is stored or queued', async () => {
    const asked = learner();
    const { codeId } = await begin(asked);
    const digits = await mailedDigits(api, codeId);
    const rows = JSON.stringify([await codeRow(api.knex, codeId), await codeJobs(api.knex, codeId)]);
    expect(rows).not.toContain(asked.password);
    expect(rows.replaceAll(/[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z|\$argon2id[^"]+/g, '')).not.toContain(
      digits,
    );
  });

  test('admins cannot sign up', async () => {
    expect(codeOf(await post('sign-up', learner({ role: 'admin' })))).toBe('invalid');
  });
});

describe('codes', () => {
  test('a wrong one counts, the fifth ends it, and the right one then comes too late', async () => {
    const asked = learner();
    const { codeId } = await begin(asked);
    const digits = await mailedDigits(api, codeId);
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(codeOf(await finish(codeId, otherDigits(digits))));
    expect(answers).toEqual([...Array<string>(4).fill('wrong_code'), 'code_expired']);
    expect(codeOf(await finish(codeId, digits))).toBe('code_expired');
    expect(await hasAccount(asked.email)).toBe(false);
  });

  test('ten wrong ones at once are five tries', async () => {
    const { codeId } = await begin(learner());
    const wrong = otherDigits(await mailedDigits(api, codeId));
    const codes = (await Promise.all(Array.from({ length: 10 }, () => finish(codeId, wrong)))).map(codeOf);
    expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(4);
    expect((await codeRow(api.knex, codeId)).tries).toBe(5);
  });

  test('one that was used is over', async () => {
    const { codeId } = await begin(learner());
    const digits = await mailedDigits(api, codeId);
    expect((await finish(codeId, digits)).status).toBe(200);
    expect(codeOf(await finish(codeId, digits))).toBe('code_expired');
    expect(codeOf(await post('resend-code', { codeId }))).toBe('code_expired');
    expect((await codeRow(api.knex, codeId)).account).toBeNull();
  });

  test('pressed twice at once, it makes one account', async () => {
    const asked = learner();
    const { codeId } = await begin(asked);
    const digits = await mailedDigits(api, codeId);
    const both = await Promise.all([finish(codeId, digits), finish(codeId, digits)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await User.query(api.knex).where({ email: asked.email })).toHaveLength(1);
  });

  test('one is good for ten minutes', async () => {
    const [kept, late] = [await begin(learner()), await begin(learner())];
    const digits = await Promise.all([kept, late].map(({ codeId }) => mailedDigits(api, codeId)));
    api.moveClock(10 * minuteMs - 10 * secondMs);
    expect((await finish(kept.codeId, digits[0] ?? '')).status).toBe(200);
    api.moveClock(20 * secondMs);
    expect(codeOf(await finish(late.codeId, digits[1] ?? ''))).toBe('code_expired');
  });

  test('another comes after 30 seconds, and the one before ends', async () => {
    const { codeId } = await begin(learner());
    const first = await mailedDigits(api, codeId);
    const early = await post('resend-code', { codeId });
    expect(codeOf(early)).toBe('too_early');
    expect(Number(early.headers.get('retry-after'))).toBeLessThanOrEqual(30);
    api.moveClock(30 * secondMs);
    expect(codeSent.parse((await post('resend-code', { codeId })).body).codeId).toBe(codeId);
    expect((await codeJobs(api.knex, codeId)).map(({ issue }) => issue)).toEqual([1, 2]);
    const second = await mailedDigits(api, codeId);
    expect(second).not.toBe(first);
    expect(codeOf(await finish(codeId, first))).toBe('wrong_code');
    expect((await finish(codeId, second)).status).toBe(200);
  });

  test('asked for twice at the same time, one is sent', async () => {
    const { codeId } = await begin(learner());
    api.moveClock(30 * secondMs);
    const both = await Promise.all([post('resend-code', { codeId }), post('resend-code', { codeId })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await codeJobs(api.knex, codeId)).toHaveLength(2);
  });

  test('one belongs to the page that asked: another’s sign-up with my address cannot use mine', async () => {
    const email = freshEmail();
    const theirs = await begin(learner({ email, name: 'A stranger' }));
    const mine = await begin(learner({ email, name: 'Me myself' }));
    const digits = await mailedDigits(api, mine.codeId);
    expect(codeOf(await finish(theirs.codeId, digits))).toBe('wrong_code');
    const { user } = signedIn.parse((await finish(mine.codeId, digits)).body);
    expect(user.name).toBe('Me myself');
  });

  test('of two tabs with one address, the second to finish is told', async () => {
    const email = freshEmail();
    const tabs = [await begin(learner({ email })), await begin(learner({ email }))] as const;
    const digits = await Promise.all(tabs.map(({ codeId }) => mailedDigits(api, codeId)));
    expect((await finish(tabs[0].codeId, digits[0] ?? '')).status).toBe(200);
    expect(codeOf(await finish(tabs[1].codeId, digits[1] ?? ''))).toBe('conflict');
  });

  test('one for a sign-up opens nothing else, and made-up ids are refused', async () => {
    const { codeId } = await begin(learner());
    const code = await mailedDigits(api, codeId);
    const password = 'seven quiet elephants';
    expect(codeOf(await post('login-by-code', { codeId, code }))).toBe('code_expired');
    expect(codeOf(await post('reset-password', { codeId, code, password }))).toBe('code_expired');
    expect(codeOf(await finish(randomUUID(), '123456'))).toBe('code_expired');
    for (const bad of ['12345', '1234567', 'abcdef', ''])
      expect(codeOf(await finish(codeId, bad))).toBe('invalid');
  });
});

describe('who has an account', () => {
  test('is told by the check alone: a taken address signs up like a free one', async () => {
    const taken = (await buildUser(api.knex)).email;
    const free = freshEmail();
    for (const [email, available] of [
      [taken, false],
      [free, true],
    ] as const)
      expect((await post('email-available', { email })).body).toEqual({ available });

    const answers = await Promise.all([taken, free].map((email) => post('sign-up', learner({ email }))));
    const shapes = answers.map(({ status, body }) => [status, Object.keys(body as object)]);
    expect(shapes[0]).toEqual(shapes[1]);
    for (const { body } of answers) {
      const { codeId } = codeSent.parse(body);
      expect(codeOf(await finish(codeId, otherDigits(await mailedDigits(api, codeId))))).toBe('wrong_code');
    }
  });

  test('can be asked 60 times a minute from one address', async () => {
    const ask = () => post('email-available', { email: freshEmail() }, '203.0.113.7');
    for (let i = 0; i < 60; i++) expect((await ask()).status).toBe(200);
    expect(codeOf(await ask())).toBe('too_many_requests');
  });
});

describe('mails with codes', () => {
  test('go to one address five times in a quarter of an hour', async () => {
    const email = freshEmail();
    for (let i = 0; i < 5; i++) await begin(learner({ email }));
    const sixth = await post('sign-up', learner({ email }));
    expect(codeOf(sixth)).toBe('too_many_requests');
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(codeOf(await post('login-code', { email }))).toBe('too_many_requests');
  });

  test('and from one network address a hundred times a minute', async () => {
    const ask = () => post('login-code', { email: freshEmail() }, '203.0.113.8');
    const answers = await Promise.all(Array.from({ length: 101 }, ask));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});
