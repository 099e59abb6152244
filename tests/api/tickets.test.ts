import { randomUUID } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { User } from '../../api/accounts/index.ts';
import { roomTicket } from '../../api/contracts/index.ts';
import { buildBooking, buildSession, buildUser, type SessionOverrides } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { type MediaNode, mediaNodesKey, nodeTimeoutMs, roomNodeKey } from '../../media/contracts/nodes.ts';
import { ticketAudience, ticketClaims } from '../../media/contracts/ticket.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const minuteMs = 60_000;
const fromNow = (minutes: number) => new Date(api.now().getTime() + minutes * minuteMs).toISOString();

async function announceNode(id: string, changes: Partial<MediaNode> = {}) {
  const node = { id, url: `http://${id}.example`, rooms: 0, peers: 0, seenAt: Date.now(), ...changes };
  await api.redis.hset(mediaNodesKey, id, JSON.stringify(node));
}
beforeEach(async () => {
  await api.redis.flushdb();
  await announceNode('only');
});

/** A lesson with one learner, and everybody who may ask for a ticket to it. */
async function lessonWith(changes: SessionOverrides) {
  const lesson = await buildSession(api.knex, { capacity: 5, ...changes });
  const seat = await buildBooking(api.knex, { sessionId: lesson.id });
  const path = `/api/sessions/${lesson.id}/ticket`;
  return {
    ...{ lesson, path, learnerId: seat.learnerId },
    mentor: await api.as({ id: lesson.mentorId, role: 'mentor' }),
    learner: await api.as({ id: seat.learnerId, role: 'learner' }),
    admin: await api.as(await buildUser(api.knex, { role: 'admin' })),
  };
}

describe('a room ticket', () => {
  test('says who may enter which room as what, for a minute', async () => {
    const { lesson, path, mentor, learner, learnerId, admin } = await lessonWith({ state: 'live' });
    const asked = [
      { client: mentor, userId: lesson.mentorId, role: 'mentor' },
      { client: learner, userId: learnerId, role: 'learner' },
      { client: admin, role: 'admin' },
    ];
    for (const { client, userId, role } of asked) {
      const { ticket, expiresAt, mediaUrl, session } = await client.post(roomTicket, path);
      const { payload, protectedHeader } = await jwtVerify(
        ticket,
        new TextEncoder().encode(api.settings.tokens.ticketSecret),
        { audience: ticketAudience, algorithms: ['HS256'] },
      );
      const claims = ticketClaims.parse(payload);
      expect(claims).toMatchObject({ sessionId: lesson.id, roomCode: lesson.roomCode, role });
      if (userId) expect(claims.sub).toBe(userId);
      expect(claims.name).toBe((await User.query(api.knex).findById(claims.sub))?.name);
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
      expect(Date.parse(expiresAt)).toBe((payload.exp ?? 0) * 1000);
      expect(protectedHeader.alg).toBe('HS256');
      expect(mediaUrl).toBe('http://only.example');
      expect(session.mine?.roomCode).toBe(lesson.roomCode);
    }
  });

  test('shows the bearer’s picture to the room, when there is one (ROOM-6)', async () => {
    const pictureId = randomUUID();
    const { id: mentorId } = await buildUser(api.knex, { role: 'mentor', pictureId });
    const { path, mentor, learner } = await lessonWith({ state: 'live', mentorId });
    const pictureOf = async (client: typeof mentor) => {
      const { ticket } = await client.post(roomTicket, path);
      return ticketClaims.parse(decodeJwt(ticket)).pictureUrl;
    };
    expect(await pictureOf(mentor)).toBe(`/files/pictures/${pictureId}.webp`);
    expect(await pictureOf(learner)).toBeNull();
  });

  test('a ticket is no access token, and the other way round', async () => {
    const { path, mentor } = await lessonWith({ state: 'live' });
    const { ticket } = await mentor.post(roomTicket, path);
    const answer = await api.visitor.send('GET', '/api/profile', undefined, {
      authorization: `Bearer ${ticket}`,
    });
    expect(answer.body).toMatchObject({ code: 'session_expired' });
  });

  test('learners enter from 5 minutes before the start, or as soon as the mentor is live', async () => {
    const early = await lessonWith({ startsAt: fromNow(6) });
    expect((await early.learner.refused('POST', early.path)).code).toBe('too_early');
    const soon = await lessonWith({ startsAt: fromNow(5) });
    await soon.learner.post(roomTicket, soon.path);
    const live = await lessonWith({ startsAt: fromNow(14), state: 'live', liveAt: fromNow(-1) });
    await live.learner.post(roomTicket, live.path);
    const over = await lessonWith({ startsAt: fromNow(-60) });
    expect((await over.learner.refused('POST', over.path)).code).toBe('too_late');
  });

  test('mentor and admin enter a live lesson only', async () => {
    const { path, mentor, admin } = await lessonWith({ startsAt: fromNow(1) });
    for (const client of [mentor, admin])
      expect((await client.refused('POST', path)).code).toBe('wrong_state');
  });

  test.each(['completed', 'cancelled', 'missed'] as const)('nobody enters a %s lesson', async (state) => {
    const { path, mentor, learner, admin } = await lessonWith({ state, startsAt: fromNow(0) });
    for (const client of [mentor, learner, admin])
      expect((await client.refused('POST', path)).code).toBe('wrong_state');
  });

  test('strangers get none: no seat, a seat given up, another mentor, a visitor', async () => {
    const { lesson, path } = await lessonWith({ state: 'live' });
    const gone = await buildBooking(api.knex, { sessionId: lesson.id, state: 'cancelled' });
    const strangers = [
      { id: gone.learnerId, role: 'learner' as const },
      await buildUser(api.knex),
      await buildUser(api.knex, { role: 'mentor' }),
    ];
    for (const stranger of strangers)
      expect((await (await api.as(stranger)).refused('POST', path)).code).toBe('forbidden');
    expect((await api.visitor.refused('POST', path)).code).toBe('not_signed_in');
    const learner = await api.as(await buildUser(api.knex));
    expect((await learner.refused('POST', `/api/sessions/${randomUUID()}/ticket`)).code).toBe('not_found');
  });
});

describe('the media node of a ticket', () => {
  test('is the one that holds the room, else the least loaded one that is alive', async () => {
    const { lesson, path, mentor } = await lessonWith({ state: 'live' });
    const urlNow = async () => (await mentor.post(roomTicket, path)).mediaUrl;
    await announceNode('only', { peers: 9 });
    await announceNode('idle', { peers: 2 });
    await announceNode('gone', { peers: 0, seenAt: Date.now() - nodeTimeoutMs - 1 });
    expect(await urlNow()).toBe('http://idle.example');
    await api.redis.set(roomNodeKey(lesson.roomCode), 'only');
    expect(await urlNow()).toBe('http://only.example');
    await api.redis.set(roomNodeKey(lesson.roomCode), 'gone');
    expect(await urlNow()).toBe('http://idle.example');
  });

  test('an entry that cannot be read does not stop the others', async () => {
    const { path, mentor } = await lessonWith({ state: 'live' });
    await api.redis.hset(mediaNodesKey, 'odd', 'not JSON', 'older', JSON.stringify({ id: 'older' }));
    expect((await mentor.post(roomTicket, path)).mediaUrl).toBe('http://only.example');
  });

  test('without any the answer is: not now', async () => {
    const { path, mentor } = await lessonWith({ state: 'live' });
    await api.redis.del(mediaNodesKey);
    expect(await mentor.refused('POST', path)).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
