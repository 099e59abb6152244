import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomFacts } from '../../api/attendance/index.ts';
import { sessionQuality } from '../../api/contracts/quality.ts';
import { StreamConsumer } from '../../api/streams/index.ts';
import { connectRedis } from '../../config/redis.ts';
import type { QualityReport } from '../../media/contracts/quality.ts';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import { recordFact } from '../../workers/recordFact.ts';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
let api: TestApi;
beforeAll(async () => {
  [node, api] = await Promise.all([startNode({ peerGraceMs: 5_000 }), startTestApi()]);
});
afterAll(() => Promise.all([node.close(), api.close()]));

const report: QualityReport = {
  ...{ way: 'udp', roundTripMs: 40, receive: [], heldBackShare: 0 },
  send: { lostShare: 0, jitterMs: 3 },
};
const losing = (lostShare: number): QualityReport => ({ ...report, send: { lostShare, jitterMs: 20 } });
const tell = (client: RoomClient, what: QualityReport) => client.signalling.request('reportQuality', what);
/** What a page was told of someone's connection, in order. */
const toldOf = ({ signalling }: RoomClient, { place }: RoomClient) =>
  signalling.events.flatMap(({ name, data }) => {
    const told = data as { peerId: string; level: string };
    return name === 'peerQuality' && told.peerId === place.peerId ? [told.level] : [];
  });

describe('how people are connected (ROOM-15)', () => {
  it('is told to everyone when it changes, not at every report, and to who comes later', async () => {
    const [teaching, learning] = twoClaims();
    const [mentor, learner] = [await node.join(teaching), await node.join(learning)];
    expect(await tell(learner, report)).toEqual({ heldBack: false });
    for (const lostShare of [0.2, 0.2, 0.2, 0.2]) await tell(learner, losing(lostShare));
    await expect.poll(() => toldOf(mentor, learner)).toEqual(['good', 'poor']);
    expect(toldOf(learner, learner)).toEqual(['good', 'poor']);
    expect(mentor.signalling.events.findLast(({ name }) => name === 'peerQuality')?.data).toMatchObject({
      ...{ peerId: learner.place.peerId, lostPercent: 20, roundTripMs: 40 },
    });
    const late = await node.join({ ...learning, sub: crypto.randomUUID(), name: 'Meera' });
    expect(late.place.qualities).toMatchObject([{ peerId: learner.place.peerId, level: 'poor' }]);
    for (const client of [mentor, learner, late]) await client.leave();
  });

  it('is lost while the socket is away, and what it was when it is back', async () => {
    const [teaching, learning] = twoClaims();
    const [mentor, learner] = [await node.join(teaching), await node.join(learning)];
    await tell(learner, report);
    learner.signalling.close();
    await expect.poll(() => toldOf(mentor, learner)).toEqual(['good', 'lost']);
    await learner.resume();
    await expect.poll(() => toldOf(mentor, learner)).toEqual(['good', 'lost', 'good']);
    for (const client of [mentor, learner]) await client.leave();
  });

  it('does not blame who receives for what the sender’s line lost', async () => {
    const [teaching, learning] = twoClaims();
    const [mentor, learner] = [await node.join(teaching), await node.join(learning)];
    const received = { peerId: learner.place.peerId, jitterMs: 3, freezes: 4, frozenShare: 0.6 };
    await tell(learner, losing(0.2));
    await tell(mentor, { ...report, receive: [{ ...received, lostShare: 0.2 }] });
    await expect.poll(() => [toldOf(learner, mentor), toldOf(mentor, learner)]).toEqual([['good'], ['poor']]);
    for (const client of [mentor, learner]) await client.leave();
  });

  it('is refused to who reports without pause', async () => {
    const [, learning] = twoClaims();
    const learner = await node.join(learning);
    const burst = await Promise.allSettled(Array.from({ length: 12 }, () => tell(learner, report)));
    expect(burst.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'too_many' } });
    await learner.leave();
  });
});

describe('the record of a lesson’s connections (ROOM-15)', () => {
  it('goes from a page’s reports to the mentor, to admins, and of oneself to a learner', async () => {
    const lesson = await buildSession(api.knex, { state: 'live', capacity: 3 });
    const seats = [await buildBooking(api.knex, { sessionId: lesson.id })];
    seats.push(await buildBooking(api.knex, { sessionId: lesson.id }));
    const about = { sessionId: lesson.id, roomCode: lesson.roomCode };
    const enter = (sub: string, role: TicketClaims['role']) =>
      node.join({ ...about, sub, role, name: 'X', pictureUrl: null });
    const mentor = await enter(lesson.mentorId, 'mentor');
    const learners = await Promise.all(seats.map(({ learnerId }) => enter(learnerId, 'learner')));
    await tell(mentor, report);
    for (const learner of learners) await tell(learner, { ...losing(0.2), way: 'turn' });
    for (const client of [mentor, ...learners]) await client.leave();

    const consumer = StreamConsumer.start({
      stream: roomFacts,
      redis: connectRedis(node.settings.redisUrl, { blocking: true }),
      record: (fact) => recordFact(api.knex, fact),
      logger: pino({ level: 'silent' }),
    });
    const ids = [lesson.mentorId, ...seats.map(({ learnerId }) => learnerId)];
    const read = async (id: string, role: 'mentor' | 'learner' | 'admin') => {
      const client = await api.as({ id, role });
      return (await client.get(sessionQuality, `/api/sessions/${lesson.id}/quality`)).people;
    };
    const idsReadBy = async (...who: Parameters<typeof read>) =>
      (await read(...who)).map(({ user }) => user.id).sort();
    await expect
      .poll(() => idsReadBy(lesson.mentorId, 'mentor'), { timeout: 10_000 })
      .toEqual(ids.toSorted());
    await consumer.close();
    const admin = await buildUser(api.knex, { role: 'admin' });
    expect(await idsReadBy(admin.id, 'admin')).toEqual(ids.toSorted());
    const [own, ...others] = await read(ids[1]!, 'learner');
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      ...{ user: { id: ids[1] }, role: 'learner', lostPercent: 20, roundTripMs: 40, ways: ['turn'] },
    });
    expect(own?.score?.average).toBeLessThan(3);
    expect((await read(lesson.mentorId, 'mentor'))[0]).toMatchObject({ role: 'mentor', ways: ['udp'] });
    const stranger = await api.as(await buildUser(api.knex, { role: 'mentor' }));
    const refused = await stranger.refused('GET', `/api/sessions/${lesson.id}/quality`);
    expect(refused.code).toBe('forbidden');
  });
});
