import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../config/logger.ts';
import { roomClockKey, type KeptClock, type LessonClockView } from '../../media/contracts/clock.ts';
import { startMedia } from '../../media/server.ts';
import { RoomClient } from '../load/clients/RoomClient.ts';
import { startNode, twoClaims, workerPids, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ peerGraceMs: 500 });
});
afterAll(() => node.close());

/** The clock as the node has it now. */
const clockOf = async (client: RoomClient): Promise<LessonClockView> =>
  (await client.signalling.request('join', {})).clock;
/** What a page was told last without asking. */
const toldTo = ({ signalling }: RoomClient) =>
  signalling.events.findLast(({ name }) => name === 'clock')?.data as LessonClockView | undefined;
/** How often it was told anything. */
const timesTold = ({ signalling }: RoomClient) =>
  signalling.names().filter((name) => name === 'clock').length;

describe('the lesson’s clock (ROOM-11)', () => {
  it('runs while the mentor and a learner are connected; who drops out stops it, and that time is lost', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const visitor = await node.join({ ...learning, sub: randomUUID(), role: 'admin', name: 'Admin' });
    expect(await clockOf(mentor)).toMatchObject({ elapsedMs: 0, running: false, started: false });

    const learner = await node.join(learning);
    expect(learner.place.clock).toMatchObject({ running: true, lostMs: 0 });
    await expect.poll(() => toldTo(mentor)).toMatchObject({ running: true });
    await expect.poll(async () => (await clockOf(mentor)).elapsedMs).toBeGreaterThan(50);

    learner.signalling.close();
    await expect.poll(() => toldTo(mentor)).toMatchObject({ running: false, losing: true });
    const stopped = await clockOf(mentor);
    await expect.poll(async () => (await clockOf(mentor)).lostMs).toBeGreaterThan(50);
    expect((await clockOf(mentor)).elapsedMs).toBe(stopped.elapsedMs);

    await learner.resume();
    await expect.poll(() => toldTo(visitor)).toMatchObject({ running: true, losing: false });
    const back = await clockOf(learner);
    expect(back.elapsedMs).toBeGreaterThanOrEqual(stopped.elapsedMs);
    expect(back.lostMs).toBeGreaterThan(50);

    // Whoever goes by their own will does not take anything from anybody.
    await learner.leave();
    await expect.poll(() => toldTo(mentor)).toMatchObject({ running: false, losing: false });
    const { lostMs } = await clockOf(mentor);
    expect((await clockOf(mentor)).lostMs).toBe(lostMs);
    await Promise.all([mentor.leave(), visitor.leave()]);
  });

  it('does not stop for another tab, or for a router that dies', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const learner = await node.join(learning);
    await expect.poll(() => toldTo(mentor)).toMatchObject({ running: true });
    const times = timesTold(mentor);
    const tab = await node.join(learning, { page: { takeOver: true } });
    expect(tab.place.clock.running).toBe(true);
    for (const pid of await workerPids()) process.kill(pid, 'SIGKILL');
    await expect.poll(() => mentor.signalling.names()).toContain('mediaReset');
    expect((await clockOf(tab)).running).toBe(true);
    expect(timesTold(mentor)).toBe(times);
    learner.close();
    await Promise.all([mentor.leave(), tab.leave()]);
  });

  it('counts as lost what passes until who dropped out has a new place', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const learner = await node.join(learning);
    learner.close();
    await expect.poll(() => mentor.signalling.names()).toContain('peerLeft');
    const again = await node.join(learning);
    expect(again.place.clock).toMatchObject({ running: true });
    expect(again.place.clock.lostMs).toBeGreaterThanOrEqual(500);
    await Promise.all([mentor.leave(), again.leave()]);
  });
});

describe('the end of a node (ROOM-14)', () => {
  const kept = async (roomCode: string) =>
    JSON.parse((await node.redis.get(roomClockKey(roomCode))) ?? '{}') as Partial<KeptClock>;

  it('that dies takes no more than the last moment of the clock with it', async () => {
    const [teaching, learning] = twoClaims();
    const asOf = Date.now() - 5_000;
    const left = { elapsedMs: 90_000, lostMs: 1_000, running: true, started: true, losing: false, asOf };
    await node.redis.set(roomClockKey(teaching.roomCode), JSON.stringify(left));
    const mentor = await node.join(teaching);
    expect(mentor.place.clock).toMatchObject({ elapsedMs: 90_000, running: false, losing: true });
    const learner = await node.join(learning);
    expect(learner.place.clock.running).toBe(true);
    expect(learner.place.clock.lostMs).toBeGreaterThanOrEqual(6_000);
    // It is kept while it runs, not only when it stops.
    await expect
      .poll(async () => (await kept(teaching.roomCode)).elapsedMs, { timeout: 5_000 })
      .toBeGreaterThan(91_000);
    await Promise.all([mentor.leave(), learner.leave()]);
  });

  it('that is stopped hands the clock on to the next', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const learner = await node.join(learning);
    await expect.poll(async () => (await clockOf(mentor)).elapsedMs).toBeGreaterThan(50);
    await node.closeNode();
    for (const client of [mentor, learner]) client.close();
    expect(await kept(teaching.roomCode)).toMatchObject({ running: false, losing: true });
    const next = await startMedia(node.settings, createLogger('media', node.settings));
    const join = async (of: typeof teaching) =>
      RoomClient.join({ url: next.url, ticket: await node.ticket(of) });
    const [first, second] = [await join(teaching), await join(learning)];
    expect(second.place.clock.running).toBe(true);
    expect(second.place.clock.elapsedMs).toBeGreaterThan(50);
    expect(second.place.clock.lostMs).toBeGreaterThan(0);
    for (const client of [first, second]) await client.leave();
    await next.close();
  });
});
