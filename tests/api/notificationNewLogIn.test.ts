import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { User } from '../../api/accounts/index.ts';
import { Notification } from '../../api/notifications/index.ts';
import { buildUser, testPassword } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const newerFirefox = firefox.replaceAll('145.0', '146.0');
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

let api: TestApi;
let user: User;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  user = await buildUser(api.knex);
});
afterAll(() => api.close());

async function logInWith(userAgent: string) {
  const body = { email: user.email, password: testPassword };
  const answer = await api.visitor.send('POST', '/api/auth/login', body, { 'user-agent': userAgent });
  expect(answer.status).toBe(200);
}
const told = () => Notification.query(api.knex).where({ userId: user.id, kind: 'account.newLogIn' });

test('a log-in from a browser not seen before is told, once, by list and mail (LIVE-3, AUTH-6)', async () => {
  await logInWith(firefox);
  await logInWith(newerFirefox);
  expect(await told()).toEqual([]);
  await logInWith(chrome);
  await logInWith(chrome);
  const [notification, ...more] = await told();
  expect(more).toEqual([]);
  expect(notification).toMatchObject({
    subject: { browser: 'Chrome', system: 'Windows' },
    path: '/dashboard/learner/settings/security',
  });
  expect(await outboxRows(api.knex, 'mail.notification', notification?.id ?? '-')).toHaveLength(1);
});

test('a browser without a name is one of its own', async () => {
  await logInWith(firefox);
  await logInWith('');
  await logInWith('');
  expect((await told()).map(({ subject }) => subject)).toEqual([{}]);
});
