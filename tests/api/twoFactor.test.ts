import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../api/audit/index.ts';
import { codeSent, logInAnswer, signedIn } from '../../api/contracts/index.ts';
import { totpSecret, totpSetupDone } from '../../api/contracts/twoFactor.ts';
import { RecoveryCode, TwoFactor } from '../../api/twoFactor/model.ts';
import { testPassword } from '../support/builders.ts';
import { mailedDigits, otherDigits } from '../support/codes.ts';
import { cookieOf } from '../support/cookies.ts';
import { secondFactorsOf, stepMs } from '../support/secondFactors.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { appDigits } from '../support/totp.ts';

const minuteMs = 60_000;

let api: TestApi;
let its: ReturnType<typeof secondFactorsOf>;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
  its = secondFactorsOf(api);
});
afterAll(() => api.close());

describe('an admin’s first log-in (AUTH-7)', () => {
  test('gets no token and no cookie for the password, nor for an e-mailed code, nor for a reset', async () => {
    const { email } = await its.buildAdmin();
    const code = async (path: string) => {
      const { codeId } = codeSent.parse((await its.send(path, { email })).body);
      return { codeId, code: await mailedDigits(api, codeId) };
    };
    const answers = [
      await its.send('login', { email, password: testPassword }),
      await its.send('login-by-code', await code('login-code')),
      await its.send('reset-password', { ...(await code('reset-code')), password: 'seven quiet elephants' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.body).toEqual({
        ...{ next: 'totpSetup', challenge: expect.any(String) as string },
        expiresAt: expect.any(String) as string,
      });
    }
  });

  test('shows a secret, the same when asked again, and is in after a code of the app', async () => {
    const user = await its.buildAdmin();
    const { challenge, expiresAt } = await its.challengeOf(user);
    expect(Date.parse(expiresAt) - api.now().getTime()).toBeLessThanOrEqual(10 * minuteMs);
    const first = totpSecret.parse((await its.send('totp-setup', { challenge })).body);
    const again = totpSecret.parse((await its.send('totp-setup', await its.challengeOf(user))).body);
    expect(again).toEqual(first);
    const uri = new URL(first.uri);
    expect(uri.protocol).toBe('otpauth:');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      ...{ issuer: 'PeerLearn', secret: first.secret, algorithm: 'SHA1', digits: '6', period: '30' },
    });
    expect(decodeURIComponent(uri.pathname)).toContain(user.email);

    const answer = await its.send('totp-finish', { challenge, code: its.digitsNow(first.secret) });
    const done = totpSetupDone.parse(answer.body);
    expect(done.user.id).toBe(user.id);
    expect(new Set(done.recoveryCodes).size).toBe(10);
    for (const code of done.recoveryCodes) expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect((await its.send('refresh', undefined, { cookie: cookieOf(answer) })).status).toBe(200);
  });

  test('stores the secret sealed and the recovery codes as hashes', async () => {
    const { user, secret, recoveryCodes } = await its.adminWithApp();
    const stored = JSON.stringify([
      await TwoFactor.query(api.knex).findById(user.id),
      await RecoveryCode.query(api.knex).where({ userId: user.id }),
    ]);
    for (const plain of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
      expect(stored).not.toContain(plain);
  });

  test('goes on only with the challenge of its own step, which is used once', async () => {
    const user = await its.buildAdmin();
    const { challenge } = await its.challengeOf(user);
    const { secret } = totpSecret.parse((await its.send('totp-setup', { challenge })).body);
    expect(its.codeOf(await its.send('totp', { challenge, code: its.digitsNow(secret) }))).toBe(
      'session_expired',
    );
    const wrong = { challenge, code: otherDigits(its.digitsNow(secret)) };
    expect(its.codeOf(await its.send('totp-finish', wrong))).toBe('wrong_code');
    const right = { challenge, code: its.digitsNow(secret) };
    const both = await Promise.all([its.send('totp-finish', right), its.send('totp-finish', right)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await RecoveryCode.query(api.knex).where({ userId: user.id }).resultSize()).toBe(10);
    expect(its.codeOf(await its.send('totp-setup', { challenge }))).toBe('session_expired');
  });

  test('never tells the secret of an app that is set up, to another window that was at it', async () => {
    const user = await its.buildAdmin();
    const slow = await its.challengeOf(user);
    await its.setUp(user);
    expect(its.codeOf(await its.send('totp-setup', slow))).toBe('session_expired');
    expect((await its.challengeOf(user)).next).toBe('totp');
  });

  test('a secret that was shown and not confirmed is forgotten when the password is reset', async () => {
    const user = await its.buildAdmin();
    const { challenge } = await its.challengeOf(user);
    const seen = totpSecret.parse((await its.send('totp-setup', { challenge })).body);
    const { codeId } = codeSent.parse((await its.send('reset-code', { email: user.email })).body);
    const password = 'seven quiet elephants';
    await its.send('reset-password', { codeId, code: await mailedDigits(api, codeId), password });
    expect(its.codeOf(await its.send('totp-setup', { challenge }))).toBe('session_expired');
    const fresh = totpSecret.parse(
      (await its.send('totp-setup', await its.challengeOf(user, password))).body,
    );
    expect(fresh.secret).not.toBe(seen.secret);
  });
});

describe('every later log-in', () => {
  test('asks for a code; one step earlier or later is near enough, two are not', async () => {
    const { user, secret } = await its.adminWithApp();
    // Into the middle of a step, so that none begins between a code and its check.
    api.moveClock(5.5 * stepMs - (api.now().getTime() % stepMs));
    for (const [awayMs, code] of [
      [-2 * stepMs, 'wrong_code'],
      [2 * stepMs, 'wrong_code'],
      [-stepMs, undefined],
      [stepMs, undefined],
    ] as const) {
      const { challenge, next } = await its.challengeOf(user);
      expect(next).toBe('totp');
      const digits = appDigits(secret, api.now().getTime() + awayMs);
      const answer = await its.send('totp', { challenge, code: digits });
      if (code) expect(its.codeOf(answer)).toBe(code);
      else expect(signedIn.parse(answer.body).user.id).toBe(user.id);
      // The first of the good ones must not use up the step of the other.
      if (!code) api.moveClock(4 * stepMs);
    }
  });

  test('may be typed with a space, and in Devanagari', async () => {
    const { user, secret } = await its.adminWithApp();
    const { challenge } = await its.challengeOf(user);
    const typed = [...its.digitsNow(secret)].map((digit) => '०१२३४५६७८९'[Number(digit)]).join('');
    const answer = await its.send('totp', { challenge, code: `${typed.slice(0, 3)} ${typed.slice(3)}` });
    expect(answer.status).toBe(200);
  });

  test('takes a code of the app once, also when it comes twice at the same time', async () => {
    const { user, secret } = await its.adminWithApp();
    const [first, second, third] = [
      await its.challengeOf(user),
      await its.challengeOf(user),
      await its.challengeOf(user),
    ];
    const code = its.digitsNow(secret);
    const both = await Promise.all([
      its.send('totp', { challenge: first.challenge, code }),
      its.send('totp', { challenge: second.challenge, code }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(its.codeOf(await its.send('totp', { challenge: third.challenge, code }))).toBe('wrong_code');
    // Nor one from before it.
    const before = appDigits(secret, api.now().getTime() - stepMs);
    expect(its.codeOf(await its.send('totp', { challenge: third.challenge, code: before }))).toBe(
      'wrong_code',
    );
  });

  test('takes each recovery code once, also when two come at the same time, and says so in the audit log', async () => {
    const { user, recoveryCodes } = await its.adminWithApp();
    const [one = '', two = ''] = recoveryCodes;
    const challenges = await Promise.all([1, 2, 3].map(() => its.challengeOf(user)));
    const tries = challenges.map(({ challenge }) => its.send('totp', { challenge, code: one }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const typed = ` ${two.toLowerCase().replace('-', ' ')} `;
    const { challenge } = await its.challengeOf(user);
    expect((await its.send('totp', { challenge, code: typed })).status).toBe(200);
    const used = AuditEntry.query(api.knex).where({
      ...{ subjectId: user.id, act: 'twoFactor.recoveryCodeUsed' },
    });
    expect(await used.resultSize()).toBe(2);
  });

  test('does not take another admin’s recovery code or app', async () => {
    const [mine, theirs] = [await its.adminWithApp(), await its.adminWithApp()];
    const { challenge } = await its.challengeOf(mine.user);
    for (const code of [theirs.recoveryCodes[0], its.digitsNow(theirs.secret)])
      expect(its.codeOf(await its.send('totp', { challenge, code }))).toBe('wrong_code');
  });

  test('five wrong codes lock the account; then right code and right password are refused', async () => {
    const { user, secret } = await its.adminWithApp();
    const { challenge } = await its.challengeOf(user);
    const codes = [];
    // Knowing the password gives no new tries: they are counted through.
    for (let i = 0; i < 5; i++) {
      await its.send('login', { email: user.email, password: testPassword });
      codes.push(its.codeOf(await its.send('totp', { challenge, code: otherDigits(its.digitsNow(secret)) })));
    }
    expect(codes).toEqual([...Array<string>(4).fill('wrong_code'), 'account_locked']);
    const refusal = await its.send('totp', { challenge, code: its.digitsNow(secret) });
    expect(its.codeOf(refusal)).toBe('account_locked');
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    const password = await its.send('login', { email: user.email, password: testPassword });
    expect(its.codeOf(password)).toBe('account_locked');
  });

  test('a reset of the password gives no new tries at the code', async () => {
    const { user } = await its.adminWithApp();
    const { challenge } = await its.challengeOf(user);
    for (let i = 0; i < 5; i++) await its.send('totp', { challenge, code: `00000${i}` });
    const { codeId } = codeSent.parse((await its.send('reset-code', { email: user.email })).body);
    const reset = await its.send('reset-password', {
      ...{ codeId, code: await mailedDigits(api, codeId), password: 'seven quiet elephants' },
    });
    const { next, ...later } = logInAnswer.parse(reset.body);
    expect(next).toBe('totp');
    const answer = await its.send('totp', {
      ...{ challenge: 'challenge' in later ? later.challenge : '', code: '123456' },
    });
    expect(its.codeOf(answer)).toBe('account_locked');
  });
});
