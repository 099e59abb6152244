import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ peerGraceMs: 600 });
});
afterAll(() => node.close());

/** Who has a hand up in the eyes of somebody, in its order. */
async function handsSeenBy(client: RoomClient): Promise<string[]> {
  const { peers, self } = await client.signalling.request('join', {});
  const raised = [...peers, self].flatMap(({ id, hand }) => (hand === null ? [] : [{ id, hand }]));
  return raised.sort((a, b) => a.hand - b.hand).map(({ id }) => id);
}

describe('hands (ROOM-7)', () => {
  it('are seen by all in the order in which they were raised, and lowered by oneself or the mentor', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const first = await node.join(learning);
    const second = await node.join({ ...learning, sub: randomUUID(), name: 'Meera' });
    const [a, b] = [first.place.peerId, second.place.peerId];
    await second.signalling.request('raiseHand', { raised: true });
    await first.signalling.request('raiseHand', { raised: true });
    await second.signalling.request('raiseHand', { raised: true });
    expect(await handsSeenBy(mentor)).toEqual([b, a]);
    expect(await handsSeenBy(second)).toEqual([b, a]);
    await mentor.signalling.request('moderate', { peerId: b, act: 'lowerHand' });
    // Whose hand it is hears of it too.
    await expect
      .poll(() => second.signalling.events.at(-1))
      .toMatchObject({ name: 'peerChanged', data: { peer: { id: b, hand: null } } });
    await first.signalling.request('raiseHand', { raised: false });
    expect(await handsSeenBy(mentor)).toEqual([]);
    await expect
      .poll(async () => (await node.facts()).filter(({ type }) => type.startsWith('hand.')))
      .toMatchObject([
        { type: 'hand.raised', peerId: b },
        { type: 'hand.raised', peerId: a },
        { type: 'hand.lowered', peerId: b, byUserId: teaching.sub },
        { type: 'hand.lowered', peerId: a, byUserId: learning.sub },
      ]);
    for (const client of [mentor, first, second]) await client.leave();
  });

  it('stay up over a reconnect and in another tab, and go down with who leaves', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const learner = await node.join(learning);
    await learner.signalling.request('raiseHand', { raised: true });
    await learner.resume();
    expect(await handsSeenBy(learner)).toEqual([learner.place.peerId]);
    const tab = await node.join(learning, { page: { takeOver: true } });
    expect(tab.place.self.hand).toBe(1);
    expect(await handsSeenBy(mentor)).toEqual([tab.place.peerId]);
    await tab.leave();
    const again = await node.join(learning);
    expect(again.place.self.hand).toBeNull();
    for (const client of [mentor, again]) await client.leave();
  });
});

describe('a reaction (ROOM-7)', () => {
  it('reaches everyone, and is refused to who reacts without pause', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const learner = await node.join(learning);
    await learner.signalling.request('react', { reaction: 'heart' });
    const told = { name: 'reacted', data: { peerId: learner.place.peerId, reaction: 'heart' } };
    for (const { signalling } of [mentor, learner]) {
      await expect.poll(() => signalling.events).toContainEqual(told);
    }
    const burst = Array.from({ length: 12 }, () =>
      learner.signalling.request('react', { reaction: 'smile' }),
    );
    const outcomes = await Promise.allSettled(burst);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(4);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'too_many' } });
    for (const client of [mentor, learner]) await client.leave();
  });
});
