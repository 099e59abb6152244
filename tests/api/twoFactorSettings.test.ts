import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { AuditEntry } from '../../api/audit/index.ts';
import { logInAnswer, signedIn } from '../../api/contracts/index.ts';
import { newRecoveryCodes, totpSecret, twoFactorState } from '../../api/contracts/twoFactor.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { otherDigits } from '../support/codes.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { appDigits, setUpTotp } from '../support/totp.ts';

const stepMs = 30_000;
const base = '/api/profile/two-factor';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const buildMentor = () => buildUser(api.knex, { role: 'mentor' });
const digitsNow = (secret: string) => appDigits(secret, api.now());
const logIn = ({ email }: User, password = testPassword) =>
  api.visitor.post(logInAnswer, '/api/auth/login', { email, password });
const actsOf = async ({ id }: User) =>
  (await AuditEntry.query(api.knex).where({ subjectId: id }).orderBy('at')).map(({ act }) => act);

/** A mentor who turned it on, one step ago. */
async function mentorWithApp() {
  const user = await buildMentor();
  const me = await api.as(user);
  const { secret } = await me.post(totpSecret, `${base}/begin`, { password: testPassword });
  const { recoveryCodes } = await me.post(newRecoveryCodes, `${base}/confirm`, { code: digitsNow(secret) });
  api.moveClock(stepMs);
  return { user, me, secret, recoveryCodes };
}

describe('a mentor’s second factor (AUTH-7)', () => {
  test('is off until a code of the app was right, and then asked for at log-in', async () => {
    const user = await buildMentor();
    const me = await api.as(user);
    const off = { enabledAt: null, required: false, recoveryCodesLeft: 0 };
    expect(await me.get(twoFactorState, base)).toEqual(off);
    const asked = await me.post(totpSecret, `${base}/begin`, { password: testPassword });
    expect(await me.post(totpSecret, `${base}/begin`, { password: testPassword })).toEqual(asked);
    expect(await me.get(twoFactorState, base)).toEqual(off);
    expect((await logIn(user)).next).toBe('done');

    const wrong = { code: otherDigits(digitsNow(asked.secret)) };
    expect((await me.refused('POST', `${base}/confirm`, wrong)).code).toBe('wrong_code');
    const { recoveryCodes } = await me.post(newRecoveryCodes, `${base}/confirm`, {
      code: digitsNow(asked.secret),
    });
    expect(recoveryCodes).toHaveLength(10);
    const { enabledAt, recoveryCodesLeft } = await me.get(twoFactorState, base);
    expect([enabledAt === null, recoveryCodesLeft]).toEqual([false, 10]);

    api.moveClock(stepMs);
    const answer = await logIn(user);
    if (answer.next !== 'totp') throw new Error(`not asked for a code: ${answer.next}`);
    const { challenge } = answer;
    await api.visitor.post(signedIn, '/api/auth/totp', { challenge, code: recoveryCodes[0] });
    expect((await me.get(twoFactorState, base)).recoveryCodesLeft).toBe(9);
  });

  test('needs the password to begin; wrong ones count as they do at log-in', async () => {
    const user = await buildMentor();
    const me = await api.as(user);
    const codes = [];
    for (let i = 0; i < 5; i++) {
      const refusal = await me.refused('POST', `${base}/begin`, { password: `a guess ${i}` });
      codes.push(refusal.code);
      if (i === 0) expect(refusal.fields?.[0]?.field).toBe('password');
    }
    expect(codes).toEqual([...Array<string>(4).fill('invalid'), 'account_locked']);
    expect((await me.refused('POST', `${base}/begin`, { password: testPassword })).code).toBe(
      'account_locked',
    );
    const { email } = user;
    const body = { email, password: testPassword };
    expect((await api.visitor.refused('POST', '/api/auth/login', body)).code).toBe('account_locked');
  });

  test('cannot be begun or confirmed when it is on', async () => {
    const { me, secret } = await mentorWithApp();
    const begin = await me.refused('POST', `${base}/begin`, { password: testPassword });
    const confirm = await me.refused('POST', `${base}/confirm`, { code: digitsNow(secret) });
    expect([begin.code, confirm.code]).toEqual(['wrong_state', 'wrong_state']);
  });

  test('is turned off by both factors together, and only so', async () => {
    const { user, me, secret } = await mentorWithApp();
    const code = digitsNow(secret);
    const off = (body: object) => me.refused('POST', `${base}/off`, body);
    expect((await off({ password: 'not mine at all', code })).fields?.[0]?.field).toBe('password');
    expect((await off({ password: testPassword, code: otherDigits(code) })).code).toBe('wrong_code');
    expect((await off({ password: testPassword })).code).toBe('invalid');
    expect((await logIn(user)).next).toBe('totp');
    await me.post(z.void(), `${base}/off`, { password: testPassword, code });
    expect((await me.get(twoFactorState, base)).enabledAt).toBeNull();
    expect((await logIn(user)).next).toBe('done');
    expect(await actsOf(user)).toEqual(['twoFactor.enabled', 'twoFactor.disabled']);
  });

  test('turned on again it has another secret, and the old recovery codes are nothing', async () => {
    const { user, me, secret, recoveryCodes } = await mentorWithApp();
    await me.post(z.void(), `${base}/off`, { password: testPassword, code: digitsNow(secret) });
    const fresh = await me.post(totpSecret, `${base}/begin`, { password: testPassword });
    expect(fresh.secret).not.toBe(secret);
    await me.post(newRecoveryCodes, `${base}/confirm`, { code: digitsNow(fresh.secret) });
    const answer = await logIn(user);
    const challenge = 'challenge' in answer ? answer.challenge : '';
    for (const code of [recoveryCodes[3], digitsNow(secret)])
      expect((await api.visitor.refused('POST', '/api/auth/totp', { challenge, code })).code).toBe(
        'wrong_code',
      );
  });

  test('guessing the code with a stolen session and password locks', async () => {
    const { me, secret } = await mentorWithApp();
    const codes = [];
    for (let i = 0; i < 5; i++) {
      const body = { password: testPassword, code: otherDigits(digitsNow(secret)) };
      codes.push((await me.refused('POST', `${base}/off`, body)).code);
    }
    expect(codes).toEqual([...Array<string>(4).fill('wrong_code'), 'account_locked']);
  });

  test('recovery codes can be renewed; then the old ones are nothing', async () => {
    const { user, me, secret, recoveryCodes } = await mentorWithApp();
    const proof = { password: testPassword, code: digitsNow(secret) };
    const renewed = await me.post(newRecoveryCodes, `${base}/recovery-codes`, proof);
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(renewed.recoveryCodes.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    const answer = await logIn(user);
    const challenge = 'challenge' in answer ? answer.challenge : '';
    const old = { challenge, code: recoveryCodes[0] };
    expect((await api.visitor.refused('POST', '/api/auth/totp', old)).code).toBe('wrong_code');
    const fresh = { challenge, code: renewed.recoveryCodes[0] };
    await api.visitor.post(signedIn, '/api/auth/totp', fresh);
    expect(await actsOf(user)).toEqual([
      ...['twoFactor.enabled', 'twoFactor.recoveryCodesRenewed', 'twoFactor.recoveryCodeUsed'],
    ]);
  });
});

describe('who may', () => {
  test('not learners, whom nobody asks for it', async () => {
    const me = await api.as(await buildUser(api.knex));
    expect((await me.refused('GET', base)).code).toBe('forbidden');
    const bodies = {
      begin: { password: testPassword },
      confirm: { code: '123456' },
      off: { password: testPassword, code: '123456' },
      'recovery-codes': { password: testPassword, code: '123456' },
    };
    for (const [act, body] of Object.entries(bodies))
      expect((await me.refused('POST', `${base}/${act}`, body)).code).toBe('forbidden');
  });

  test('an admin sees that it is required, and cannot turn it off', async () => {
    const user = await buildUser(api.knex, { role: 'admin' });
    const who = { email: user.email, password: testPassword };
    const { secret } = await setUpTotp(
      (path, body) => api.visitor.post(z.unknown(), path, body),
      who,
      () => api.now(),
    );
    api.moveClock(stepMs);
    const me = await api.as(user);
    expect(await me.get(twoFactorState, base)).toMatchObject({ required: true, recoveryCodesLeft: 10 });
    const proof = { password: testPassword, code: digitsNow(secret) };
    expect((await me.refused('POST', `${base}/off`, proof)).code).toBe('forbidden');
    expect((await me.get(twoFactorState, base)).enabledAt).not.toBeNull();
    await me.post(newRecoveryCodes, `${base}/recovery-codes`, proof);
  });
});
