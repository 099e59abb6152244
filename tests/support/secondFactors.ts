import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { logInAnswer } from '../../api/contracts/accounts.ts';
import { problem } from '../../api/contracts/errors.ts';
import { buildUser, testPassword } from './builders.ts';
import type { TestApi } from './testApi.ts';
import { appDigits, setUpTotp } from './totp.ts';

/** Steps of time of an authenticator app. */
export const stepMs = 30_000;

/** What tests of the second factor do again and again. The api trusts its proxy: each call comes from elsewhere. */
export function secondFactorsOf(api: TestApi) {
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    api.visitor.send('POST', `/api/auth/${path}`, body, { 'x-forwarded-for': randomUUID(), ...headers });
  const buildAdmin = () => buildUser(api.knex, { role: 'admin' });
  const setUp = ({ email }: User) =>
    setUpTotp(
      (path, body) => api.visitor.post(z.unknown(), path, body),
      { email, password: testPassword },
      () => api.now(),
    );
  return {
    send,
    codeOf: ({ body }: { body: unknown }) => problem.parse(body).code,
    digitsNow: (secret: string) => appDigits(secret, api.now()),
    buildAdmin,
    setUp,
    /** An admin whose app is set up, half a minute ago so that its next code is a new one. */
    adminWithApp: async () => {
      const user = await buildAdmin();
      const done = await setUp(user);
      api.moveClock(stepMs);
      return { ...done, user };
    },
    /** The first factor; the challenge that it leads to. */
    challengeOf: async ({ email }: User, password = testPassword) => {
      const answer = logInAnswer.parse((await send('login', { email, password })).body);
      if (answer.next === 'done') throw new Error('no second factor was asked for');
      return answer;
    },
  };
}
