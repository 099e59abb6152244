import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignallingClient } from '../load/clients/SignallingClient.ts';
import { claims, startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ peerGraceMs: 600 });
});
afterAll(() => node.close());

const reasonOf = (client: { signalling: SignallingClient }) =>
  client.signalling.events.find(({ name }) => name === 'closed')?.data;

describe('a place', () => {
  it('outlives its socket: what it sends goes on, and what it missed is asked for', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    const { producerId } = await first.publish('microphone');
    first.signalling.close();
    await second.publish('microphone');
    const before = second.packets('microphone');
    await expect.poll(() => second.packets('microphone')).toBeGreaterThan(before + 5);
    await first.resume();
    const { peerId, peers, media } = await first.signalling.request('join', {});
    expect([peerId, media.sendTransport.id]).toEqual([
      first.place.peerId,
      first.media.setup.sendTransport.id,
    ]);
    expect(peers.map(({ id }) => id)).toEqual([second.place.peerId]);
    const { consumers } = await first.signalling.request('startConsuming', {
      rtpCapabilities: media.routerRtpCapabilities,
    });
    expect(consumers.map(({ peerId: of, source }) => [of, source])).toEqual([
      [second.place.peerId, 'microphone'],
    ]);
    // Still the same producer.
    await first.signalling.request('setProducerPaused', { producerId, paused: true });
    await first.leave();
    await second.leave();
  });

  it('is given up when nobody comes back to it in time', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    second.signalling.close();
    await expect.poll(() => first.signalling.names(), { timeout: 5_000 }).toContain('peerLeft');
    await expect(second.resume()).rejects.toThrow('no such place');
    second.close();
    await first.leave();
  });

  it('is taken over by a second page of the same person', async () => {
    const [mentor, learner] = twoClaims();
    const other = await node.join(mentor);
    const tab = await node.join(learner);
    await tab.publish('microphone');
    await expect.poll(() => other.consumers.size).toBe(1);
    const newTab = await node.join(learner, { page: { takeOver: true } });
    await expect.poll(() => reasonOf(tab)).toEqual({ reason: 'replaced' });
    await expect.poll(() => tab.signalling.socket.connected).toBe(false);
    expect(newTab.place.peers.map(({ userId }) => userId)).toEqual([mentor.sub]);
    await expect.poll(() => other.consumers.size).toBe(0);
    await newTab.leave();
    await other.leave();
  });

  it('is free to come back to after leaving', async () => {
    const [mentor, learner] = twoClaims();
    const other = await node.join(mentor);
    const first = await node.join(learner);
    await first.leave();
    const again = await node.join(learner);
    await other.publish('microphone');
    await expect.poll(() => again.packets('microphone')).toBeGreaterThan(5);
    expect(again.place.peerId).not.toBe(first.place.peerId);
    await again.leave();
    await other.leave();
  });
});

describe('a room', () => {
  it('ends by command, for those in it and those who come with an old ticket', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    await node.command({ type: 'closeRoom', roomCode: randomUUID(), reason: 'cancelled' });
    await node.command({ type: 'closeRoom', roomCode: mentor.roomCode, reason: 'ended' });
    await expect.poll(() => reasonOf(first)).toEqual({ reason: 'ended' });
    await expect(node.join(learner)).rejects.toThrow('the lesson is over');
  });

  it('leaves nothing behind after many came and went', async () => {
    const room = claims();
    for (let round = 0; round < 20; round += 1) {
      const client = await node.join({ ...room, sub: randomUUID() });
      if (round % 4 === 0) await client.publish('microphone');
      if (round % 2 === 0) await client.leave();
      else client.close();
    }
    const gauges = ['rooms', 'peers', 'transports', 'producers', 'consumers'];
    const left = () => Promise.all(gauges.map((name) => node.gauge(`media_${name}`)));
    await expect.poll(left, { timeout: 10_000 }).toEqual([0, 0, 0, 0, 0]);
  });

  it('leaves nothing behind of what was being opened when its owner went', async () => {
    const room = claims();
    const other = await node.join({ ...room, sub: randomUUID() });
    await other.publish('microphone');
    for (let round = 0; round < 10; round += 1) {
      const client = await node.join({ ...room, sub: randomUUID() });
      const opening = client.produce('microphone');
      const leaving = client.leave();
      await Promise.allSettled([opening, leaving]);
    }
    await other.leave();
    const left = () => Promise.all(['producers', 'consumers'].map((name) => node.gauge(`media_${name}`)));
    await expect.poll(left, { timeout: 10_000 }).toEqual([0, 0]);
  });
});
