import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;

describe('a second tab of the same person (ROOM-1)', () => {
  it('is told of the first one, which goes on undisturbed, and takes over when it asks for that', async () => {
    const [, learning] = twoClaims();
    const first = await node.join(learning, { page: { tab: randomUUID() } });
    const second = { tab: randomUUID() };
    await expect(node.join(learning, { page: second })).rejects.toThrow(code('elsewhere'));
    expect(first.signalling.names()).not.toContain('closed');
    const taken = await node.join(learning, { page: { ...second, takeOver: true } });
    await expect
      .poll(() => first.signalling.events.at(-1))
      .toEqual({ name: 'closed', data: { reason: 'replaced' } });
    await taken.leave();
  });

  it('is not asked for when the same tab loads again, or when the first one has dropped', async () => {
    const [, learning] = twoClaims();
    const page = { tab: randomUUID() };
    const first = await node.join(learning, { page });
    const loadedAgain = await node.join(learning, { page });
    await expect.poll(() => first.signalling.names()).toContain('closed');
    const [mentor] = twoClaims();
    const watching = await node.join({ ...mentor, roomCode: learning.roomCode });
    loadedAgain.signalling.close();
    await expect.poll(() => watching.signalling.names()).toContain('peerChanged');
    const elsewhere = await node.join(learning, { page: { tab: randomUUID() } });
    for (const client of [elsewhere, watching]) await client.leave();
  });
});
