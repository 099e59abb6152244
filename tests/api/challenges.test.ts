import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanAccounts } from '../../api/accounts/index.ts';
import { LogInChallenge } from '../../api/accounts/model.ts';
import { totpSecret } from '../../api/contracts/twoFactor.ts';
import { TwoFactor } from '../../api/twoFactor/model.ts';
import { cookieOf } from '../support/cookies.ts';
import { secondFactorsOf } from '../support/secondFactors.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

const minuteMs = 60_000;

let api: TestApi;
let its: ReturnType<typeof secondFactorsOf>;
beforeAll(async () => {
  api = await startTestApi({ TRUST_PROXY: 'true' });
  its = secondFactorsOf(api);
});
afterAll(() => api.close());

describe('a challenge', () => {
  const key = (secret = api.settings.tokens.jwtSecret) => new TextEncoder().encode(secret);
  const forge = (sub: string, jti: string, audience = 'peerlearn-second-factor') =>
    new SignJWT().setSubject(sub).setJti(jti).setAudience(audience).setExpirationTime('5m');
  const hs256 = { alg: 'HS256' };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('forged, unsigned, of another audience or never issued opens nothing', async () => {
    const { user, secret } = await its.adminWithApp();
    await its.challengeOf(user);
    const { id } = await LogInChallenge.query(api.knex).findOne({ userId: user.id }).throwIfNotFound();
    const body = { sub: user.id, jti: id, aud: 'peerlearn-second-factor', exp: 9_999_999_999 };
    const forged = [
      await forge(user.id, id).setProtectedHeader(hs256).sign(key('another secret, as long as the first')),
      await forge(user.id, id).setProtectedHeader({ alg: 'HS384' }).sign(key()),
      await forge(user.id, id, 'peerlearn-api').setProtectedHeader(hs256).sign(key()),
      await forge(user.id, randomUUID()).setProtectedHeader(hs256).sign(key()),
      await forge((await its.buildAdmin()).id, id)
        .setProtectedHeader(hs256)
        .sign(key()),
      `${part({ alg: 'none' })}.${part(body)}.`,
      'nonsense',
    ];
    for (const challenge of forged)
      expect(its.codeOf(await its.send('totp', { challenge, code: its.digitsNow(secret) }))).toBe(
        'session_expired',
      );
  });

  test('ends after ten minutes, and is no access token', async () => {
    const { user, secret } = await its.adminWithApp();
    const { challenge } = await its.challengeOf(user);
    const asToken = await api.visitor.send('GET', '/api/profile', undefined, {
      authorization: `Bearer ${challenge}`,
    });
    expect(its.codeOf(asToken)).toBe('session_expired');
    api.moveClock(10 * minuteMs);
    expect(its.codeOf(await its.send('totp', { challenge, code: its.digitsNow(secret) }))).toBe(
      'session_expired',
    );
    api.moveClock(25 * 60 * minuteMs);
    await cleanAccounts(api.knex, api.now());
    expect(await LogInChallenge.query(api.knex).where({ userId: user.id }).resultSize()).toBe(0);
  });

  test('an access token is no challenge', async () => {
    const { accessToken, secret } = await its.adminWithApp();
    const body = { challenge: accessToken, code: its.digitsNow(secret) };
    expect(its.codeOf(await its.send('totp', body))).toBe('session_expired');
  });

  test('another site’s page cannot go on with it', async () => {
    const { user, secret } = await its.adminWithApp();
    const { challenge } = await its.challengeOf(user);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const path of ['totp', 'totp-setup', 'totp-finish'])
      expect(its.codeOf(await its.send(path, { challenge, code: its.digitsNow(secret) }, foreign))).toBe(
        'forbidden',
      );
  });
});

describe('no admin without a second factor', () => {
  test('goes on with a log-in once it is gone, as after the operator removed a lost one', async () => {
    const user = await its.buildAdmin();
    const { challenge } = await its.challengeOf(user);
    const { secret } = totpSecret.parse((await its.send('totp-setup', { challenge })).body);
    const answer = await its.send('totp-finish', { challenge, code: its.digitsNow(secret) });
    const cookie = cookieOf(answer);
    await TwoFactor.query(api.knex).deleteById(user.id);
    expect(its.codeOf(await its.send('refresh', undefined, { cookie }))).toBe('session_expired');
    expect((await its.challengeOf(user)).next).toBe('totpSetup');
  });
});
