import { createHmac } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionCheck, roomTicket } from '../../api/contracts/index.ts';
import { checkAudience } from '../../media/contracts/check.ts';
import { mediaNodesKey } from '../../media/contracts/nodes.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

const secret = 'a secret that is shared with the TURN server';
const urls = ['turn:turn.example:3478?transport=udp', 'turns:turn.example:443?transport=tcp'];
const minuteMs = 60_000;

let api: TestApi;
let without: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    TURN_URLS: urls.join(','),
    TURN_SECRET: secret,
    TURN_CREDENTIAL_SECONDS: '7200',
  });
  without = await startTestApi();
  const node = { id: 'only', url: 'http://only.example', rooms: 0, peers: 0, seenAt: Date.now() };
  for (const { redis } of [api, without]) await redis.hset(mediaNodesKey, 'only', JSON.stringify(node));
});
afterAll(() => Promise.all([api.close(), without.close()]));

async function ticketFor(on: TestApi, minutes: number) {
  const at = on.now().getTime();
  const lesson = await buildSession(on.knex, {
    state: 'live',
    startsAt: new Date(at).toISOString(),
    endsAt: new Date(at + minutes * minuteMs).toISOString(),
    durationMinutes: minutes,
  });
  const mentor = await on.as({ id: lesson.mentorId, role: 'mentor' });
  return { lesson, ...(await mentor.post(roomTicket, `/api/sessions/${lesson.id}/ticket`)) };
}

test('a room ticket carries TURN credentials of coturn’s kind, for this person and for as long as the lesson may take (ROOM-19)', async () => {
  const { lesson, iceServers } = await ticketFor(api, 15);
  const [{ username = '', credential } = {}] = iceServers;
  expect(iceServers).toEqual([{ urls, username, credential }]);
  const [expiry, userId] = username.split(':');
  expect(userId).toBe(lesson.mentorId);
  expect(credential).toBe(createHmac('sha1', secret).update(username).digest('base64'));
  const livesMs = Number(expiry) * 1000 - api.now().getTime();
  expect(livesMs).toBeGreaterThan(15 * minuteMs);
  expect(livesMs).toBeLessThanOrEqual(75 * minuteMs);
});

test('the setting bounds them whatever the lesson’s length (ROOM-19)', async () => {
  const { iceServers } = await ticketFor(api, 240);
  const expiry = Number(iceServers[0]?.username.split(':')[0]) * 1000;
  expect(expiry - api.now().getTime()).toBeLessThanOrEqual(7_200_000);
});

test('no TURN server, no credentials', async () => {
  expect((await ticketFor(without, 15)).iceServers).toEqual([]);
});

test('a connection check gets a ticket that is for checks only, and credentials for a minute (ROOM-2)', async () => {
  const learner = await buildUser(api.knex, { role: 'learner' });
  const client = await api.as(learner);
  const { ticket, mediaUrl, iceServers } = await client.post(connectionCheck, '/api/connection-checks');
  expect(mediaUrl).toBe('http://only.example');
  const claims = decodeJwt(ticket);
  expect(claims).toMatchObject({ sub: learner.id, aud: checkAudience });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
  const expiry = Number(iceServers[0]?.username.split(':')[0]) * 1000;
  expect(expiry - api.now().getTime()).toBeLessThanOrEqual(minuteMs);
});

test('a connection check is refused while no media node lives', async () => {
  const client = await api.as(await buildUser(api.knex, { role: 'learner' }));
  await api.redis.del(mediaNodesKey);
  expect((await client.refused('POST', '/api/connection-checks')).code).toBe('unavailable');
});
