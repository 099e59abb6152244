import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import type { User } from '../../api/accounts/index.ts';
import { pushKey } from '../../api/contracts/preferences.ts';
import { PushSubscriptionRow } from '../../api/push/model.ts';
import { makeVapidKeys } from '../../config/vapidKeys.ts';
import { buildUser } from '../support/builders.ts';
import { buildLogIn, createBrowserKeys } from '../support/pushService.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { createClient, type TestClient } from '../support/testClient.ts';

const vapid = makeVapidKeys();
let api: TestApi;
let user: User;
let me: TestClient;
let logInId: string;
beforeAll(async () => {
  api = await startTestApi({ VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey });
});
beforeEach(async () => {
  user = await buildUser(api.knex);
  ({ client: me, logInId } = await logInAs(user));
});
afterAll(() => api.close());

/** A browser in which someone is logged in. */
async function logInAs(someone: User) {
  const logIn = await buildLogIn(api.knex, someone.id);
  const about = { id: someone.id, role: someone.role, logInId: logIn.id };
  const { accessToken } = await signAccessToken(api.settings.tokens, about, api.now());
  return { client: createClient(api.url, accessToken), logInId: logIn.id };
}

let count = 0;
// By address: a test asks nobody for a name. It is one of the public network; nothing is sent there.
const endpointOf = (name: string) => `https://8.8.8.8/push/${name}`;
const newEndpoint = () => endpointOf(`${process.pid}-${count++}`);
const { keys } = createBrowserKeys();
const path = '/api/push/subscriptions';
const subscribe = (endpoint: string, client = me) => client.post(z.void(), path, { endpoint, keys });
const end = (endpoint: string, client = me) => client.post(z.void(), `${path}/end`, { endpoint });
const endpointsOf = async ({ id }: User) => {
  const rows = await PushSubscriptionRow.query(api.knex).where({ userId: id }).orderBy('created_at');
  return rows.map(({ endpoint }) => endpoint);
};

describe('the key (RFC 8292)', () => {
  test('is the public one of this installation', async () => {
    expect(await me.get(pushKey, '/api/push/key')).toEqual({ publicKey: vapid.publicKey });
  });

  test('is null when there is none, and nobody is told anything of it who is not logged in', async () => {
    const without = await startTestApi();
    const someone = await without.as(await buildUser(without.knex));
    expect(await someone.get(pushKey, '/api/push/key')).toEqual({ publicKey: null });
    await without.close();
    expect((await api.visitor.refused('GET', '/api/push/key')).code).toBe('not_signed_in');
  });
});

describe('a subscription (LIVE-3)', () => {
  test('belongs to the browser’s log-in, and comes again without being two', async () => {
    const endpoint = newEndpoint();
    await subscribe(endpoint);
    await subscribe(endpoint);
    const [row, ...more] = await PushSubscriptionRow.query(api.knex).where({ endpoint });
    expect(row).toMatchObject({ userId: user.id, logInId, ...keys });
    expect(more).toEqual([]);
  });

  test('follows its browser to the next log-in and to the next person', async () => {
    const endpoint = newEndpoint();
    await subscribe(endpoint);
    const again = await logInAs(user);
    await subscribe(endpoint, again.client);
    expect(await PushSubscriptionRow.query(api.knex).findOne({ endpoint })).toMatchObject({
      logInId: again.logInId,
    });
    const other = await buildUser(api.knex);
    await subscribe(endpoint, (await logInAs(other)).client);
    expect([await endpointsOf(user), await endpointsOf(other)]).toEqual([[], [endpoint]]);
  });

  test('asked for twice at once is one', async () => {
    const endpoint = newEndpoint();
    await Promise.all([subscribe(endpoint), subscribe(endpoint), subscribe(endpoint)]);
    expect(await endpointsOf(user)).toEqual([endpoint]);
  });

  test('beyond the tenth drops the oldest', async () => {
    const endpoints = Array.from({ length: 12 }, newEndpoint);
    for (const endpoint of endpoints) {
      await subscribe(endpoint);
      api.moveClock(10);
    }
    expect(await endpointsOf(user)).toEqual(endpoints.slice(2));
  });

  test('is ended by its owner only', async () => {
    const endpoint = newEndpoint();
    await subscribe(endpoint);
    const { client: stranger } = await logInAs(await buildUser(api.knex));
    expect((await stranger.refused('POST', `${path}/end`, { endpoint })).code).toBe('not_found');
    expect(await endpointsOf(user)).toEqual([endpoint]);
    await end(endpoint);
    expect(await endpointsOf(user)).toEqual([]);
    expect((await me.refused('POST', `${path}/end`, { endpoint })).code).toBe('not_found');
  });

  test.for([
    'http://8.8.8.8/push/one',
    'https://user:password@8.8.8.8/push/one',
    'https://127.0.0.1/push/one',
    'https://127.1/push/one',
    'https://0x7f.0.0.1/push/one',
    'https://2130706433/push/one',
    'https://localhost/push/one',
    'https://10.0.0.8/push/one',
    'https://172.16.0.1/push/one',
    'https://192.168.1.1/push/one',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/push/one',
    'https://0.0.0.0/push/one',
    'https://[::1]/push/one',
    'https://[fd00::1]/push/one',
    'https://[fe80::1]/push/one',
    'https://[::ffff:127.0.0.1]/push/one',
    'https://[::ffff:10.0.0.1]/push/one',
    'https://[64:ff9b::7f00:1]/push/one',
    'https://[2002:7f00:1::]/push/one',
    'ftp://8.8.8.8/push/one',
    'nonsense',
    `https://8.8.8.8/${'x'.repeat(2000)}`,
  ])('to %.40s is refused: we would call it', async (endpoint) => {
    const { code, fields } = await me.refused('POST', path, { endpoint, keys });
    expect({ code, field: fields?.[0]?.field }).toEqual({ code: 'invalid', field: 'endpoint' });
    expect(await endpointsOf(user)).toEqual([]);
  });

  test.for([
    [{ ...keys, p256dh: 'x' }, 'keys.p256dh'],
    // As long as a key, but no point on the curve.
    [{ ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') }, 'keys.p256dh'],
    [{ ...keys, auth: 'short' }, 'keys.auth'],
    [{ p256dh: keys.p256dh }, 'keys.auth'],
  ] as const)('with broken keys names %s', async ([broken, field]) => {
    const { code, fields } = await me.refused('POST', path, { endpoint: newEndpoint(), keys: broken });
    expect({ code, field: fields?.[0]?.field }).toEqual({ code: 'invalid', field });
  });

  test('needs somebody who is logged in', async () => {
    const body = { endpoint: newEndpoint(), keys };
    expect((await api.visitor.refused('POST', path, body)).code).toBe('not_signed_in');
    expect((await api.visitor.refused('POST', `${path}/end`, body)).code).toBe('not_signed_in');
    expect((await (await api.as(user)).refused('POST', path, body)).code).toBe('session_expired');
  });
});
