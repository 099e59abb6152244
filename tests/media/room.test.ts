import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

describe('two people in a room', () => {
  it('hear and see each other', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const sent = await first.publish('microphone');
    await first.publish('camera');
    const second = await node.join(learner);
    await second.publish('microphone');
    await expect.poll(() => first.packets('microphone')).toBeGreaterThan(20);
    await expect.poll(() => second.packets('microphone')).toBeGreaterThan(20);
    await expect.poll(() => second.packets('camera')).toBeGreaterThan(20);
    expect([...second.consumers.values()].map(({ producerId }) => producerId)).toContain(sent.producerId);
    await first.leave();
    await second.leave();
  });
});
