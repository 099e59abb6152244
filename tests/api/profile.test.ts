import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AuditEntry } from '../../api/audit/index.ts';
import { logInAnswer } from '../../api/contracts/accounts.ts';
import { ownProfile, payoutAccount } from '../../api/contracts/profile.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { PayoutAccountRow } from '../../api/payouts/model.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const bio = 'I have taught mathematics for twelve years, from school to olympiads.';
const person = async (role: 'learner' | 'mentor' | 'admin') => {
  const user = await buildUser(api.knex, { role });
  return { user, me: await api.as(user) };
};
const fieldsOf = (problem: { fields?: { field: string }[] | undefined }) =>
  problem.fields?.map(({ field }) => field);

describe('the own profile (WEB-6)', () => {
  test('starts empty and keeps what is not named', async () => {
    const { me, user } = await person('mentor');
    const empty = await me.get(ownProfile, '/api/profile');
    expect(empty).toMatchObject({
      id: user.id,
      name: user.name,
      bio: '',
      domains: [],
      skills: [],
      goals: '',
    });
    await me.post(ownProfile, '/api/profile', {
      bio,
      domains: ['Mathematics'],
      skills: ['Algebra', 'Geometry'],
    });
    const changed = await me.post(ownProfile, '/api/profile', {
      languages: ['hi', 'en'],
      skills: ['Algebra'],
    });
    expect(changed).toMatchObject({
      ...{ bio, domains: ['Mathematics'], skills: ['Algebra'], languages: ['hi', 'en'], name: user.name },
    });
    expect(await me.get(ownProfile, '/api/profile')).toEqual(changed);
  });

  test('a learner has interests and goals', async () => {
    const { me } = await person('learner');
    const change = { interests: ['गणित', 'Python'], goals: 'Pass the exam', bio: '' };
    expect(await me.post(ownProfile, '/api/profile', change)).toMatchObject(change);
  });

  test.each([
    ['learner', { skills: ['Algebra'], languages: ['en'] }, ['skills', 'languages']],
    ['mentor', { goals: 'more' }, ['goals']],
    ['admin', { bio }, ['bio']],
    ['mentor', { bio: 'too short' }, ['bio']],
    ['learner', { name: 'x' }, ['name']],
    ['learner', { name: 'Anan\u202eya' }, ['name']],
    ['learner', { interests: [] }, ['interests']],
    ['learner', { interests: ['Python', 'python'] }, ['interests']],
    ['learner', { interests: Array.from({ length: 11 }, (_, n) => `Topic ${n}`) }, ['interests']],
    ['learner', { interests: [7] }, ['interests.0']],
    ['mentor', { domains: ['Alchemy'] }, ['domains.0']],
    ['mentor', { languages: ['xx'] }, ['languages.0']],
    ['mentor', { bio: 'b'.repeat(1001) }, ['bio']],
    ['learner', { goals: 'g'.repeat(501) }, ['goals']],
  ] as const)('a %s with %j is told what is wrong, and nothing is written', async (role, change, fields) => {
    const { me } = await person(role);
    const before = await me.get(ownProfile, '/api/profile');
    const refused = await me.refused('POST', '/api/profile', {
      ...change,
      ...('name' in change ? {} : { name: 'Other Name' }),
    });
    expect(refused.code).toBe('invalid');
    expect(fieldsOf(refused)).toEqual(fields);
    expect(await me.get(ownProfile, '/api/profile')).toEqual(before);
  });

  test('role, e-mail and id cannot be changed through it', async () => {
    const { me, user } = await person('learner');
    await me.post(ownProfile, '/api/profile', {
      name: 'New Name',
      role: 'admin',
      email: 'x@y.in',
      id: 'other',
    });
    expect(await me.get(ownProfile, '/api/profile')).toMatchObject({
      ...{ id: user.id, role: 'learner', email: user.email, name: 'New Name' },
    });
  });
});

describe('the password', () => {
  const changed = 'nine purple monsoon lamps';
  const logIn = (email: string, password: string) =>
    api.visitor.send('POST', '/api/auth/login', { email, password });

  test('is changed by someone who knows the last one; it is audited', async () => {
    const { me, user } = await person('learner');
    await me.post(z.void(), '/api/profile/password', { current: testPassword, password: changed });
    expect((await logIn(user.email, testPassword)).status).toBe(401);
    expect(logInAnswer.parse((await logIn(user.email, changed)).body).next).toBe('done');
    const acts = await AuditEntry.query(api.knex).where({ subjectId: user.id });
    expect(acts.map(({ act }) => act)).toEqual(['password.changed']);
    expect(JSON.stringify(acts)).not.toContain(changed);
  });

  test.each([
    ['a wrong one', { current: 'not the password', password: changed }, ['current']],
    ['none', { password: changed }, ['current']],
    ['a common new one', { current: testPassword, password: 'password1234' }, ['password']],
    ['a short new one', { current: testPassword, password: 'short' }, ['password']],
  ])('stays with %s', async (_, body, fields) => {
    const { me, user } = await person('learner');
    const refused = await me.refused('POST', '/api/profile/password', body);
    expect(fieldsOf(refused)).toEqual(fields);
    expect((await logIn(user.email, testPassword)).status).toBe(200);
  });
});

describe('payout details (PAY-7)', () => {
  const path = '/api/profile/payout-account';
  const bank = { kind: 'bank', holder: 'Vikram Iyer', ifsc: 'hdfc0001234', accountNumber: '50100123456789' };

  test('are masked once saved, stored sealed, and audited without what they say', async () => {
    const { me, user } = await person('mentor');
    expect(await me.get(payoutAccount, path)).toEqual({ account: null });
    const saved = await me.post(payoutAccount, path, bank);
    expect(saved.account).toMatchObject({ kind: 'bank', masked: '•••• 6789' });
    await me.post(payoutAccount, path, { kind: 'upi', upiId: 'vikram@okaxis' });
    expect((await me.get(payoutAccount, path)).account).toMatchObject({
      kind: 'upi',
      masked: 'vi•••@okaxis',
    });
    const stored = JSON.stringify(await PayoutAccountRow.query(api.knex));
    const audit = await AuditEntry.query(api.knex).where({ subjectId: user.id }).orderBy('at');
    for (const secret of ['50100123456789', 'HDFC', 'vikram@'])
      expect(stored + JSON.stringify(audit)).not.toContain(secret);
    expect(audit.map(({ act, before, after }) => [act, before, after])).toEqual([
      ['payoutAccount.set', null, '{"kind":"bank"}'],
      ['payoutAccount.set', '{"kind":"bank"}', '{"kind":"upi"}'],
    ]);
    expect(await me.post(payoutAccount, `${path}/remove`)).toEqual({ account: null });
    expect(await me.post(payoutAccount, `${path}/remove`)).toEqual({ account: null });
    expect(await me.get(payoutAccount, path)).toEqual({ account: null });
  });

  test.each([
    [{ ...bank, ifsc: 'HDFC1001234' }, ['ifsc']],
    [{ ...bank, accountNumber: '12 34 56' }, ['accountNumber']],
    [{ ...bank, accountNumber: '12345' }, ['accountNumber']],
    [{ ...bank, accountNumber: 50100123456789 }, ['accountNumber']],
    [{ ...bank, holder: '' }, ['holder']],
    [{ kind: 'upi', upiId: 'no bank' }, ['upiId']],
    [{ kind: 'upi', upiId: 'a@b@c' }, ['upiId']],
    [{ kind: 'cash' }, ['kind']],
  ])('%j is refused', async (body, fields) => {
    const { me } = await person('mentor');
    expect(fieldsOf(await me.refused('POST', path, body))).toEqual(fields);
    expect(await me.get(payoutAccount, path)).toEqual({ account: null });
  });

  test('are a mentor’s own', async () => {
    const [{ me }, other] = [await person('mentor'), await person('mentor')];
    await me.post(payoutAccount, path, bank);
    expect(await other.me.get(payoutAccount, path)).toEqual({ account: null });
    expect((await (await person('learner')).me.refused('POST', path, bank)).code).toBe('forbidden');
  });
});
