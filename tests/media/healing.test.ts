import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Consumer } from '../../media/mediasoup.ts';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { watchInside } from './insideWorkers.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

/** Those whose consumers stay dead whatever is tried, by the id of the sender's producer. */
const dead = new Set<string>();
const inside = watchInside((consumer) => {
  if (dead.has(consumer.producerId)) kill(consumer);
});
/** It stays paused, and says that it was resumed. */
const kill = (consumer: Consumer) => {
  consumer.resume = () => Promise.resolve();
  void consumer.pause().catch(() => undefined);
};

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const patience = { timeout: 25_000, interval: 100 };

/** Two people of whom the second hears or sees the first. */
async function openPair(source: MediaSource) {
  const [mentor, learner] = twoClaims();
  const sender = await node.join(mentor);
  const receiver = await node.join(learner);
  const { producerId } = await sender.publish(source);
  await expect.poll(() => receiver.packets(source), patience).toBeGreaterThan(5);
  const leave = () => Promise.all([sender.leave(), receiver.leave()]);
  return { sender, receiver, producerId, consumer: consumerOf(receiver), leave, mentor, learner };
}

const consumerOf = (receiver: RoomClient) => inside.consumer([...receiver.consumers.keys()][0] ?? '');

/** Packets come that were not there yet. */
async function expectFlow(receiver: RoomClient, source: MediaSource) {
  const from = receiver.packets(source);
  await expect.poll(() => receiver.packets(source), patience).toBeGreaterThan(from + 20);
}

async function repairs(roomCode: string) {
  const facts = (await node.facts()).filter((fact) => fact.roomCode === roomCode);
  return facts.filter((fact) => fact.type === 'media.repaired');
}

describe.concurrent('someone who does not get what another one sends (ROOM-13)', () => {
  it.for(['microphone', 'camera'] as const)(
    'gets a %s again that stopped behind our back',
    async (source) => {
      const { receiver, consumer, leave, mentor, learner } = await openPair(source);
      await consumer.pause();
      await expectFlow(receiver, source);
      expect([...receiver.consumers.keys()]).toEqual([consumer.id]);
      const fact = { source, userId: learner.sub, fromUserId: mentor.sub, step: 'nudge' };
      await expect.poll(() => repairs(mentor.roomCode), patience).toMatchObject([fact]);
      await leave();
    },
  );

  it('gets a new consumer in place of one that cannot be brought back', async () => {
    const { receiver, consumer, leave, mentor } = await openPair('microphone');
    kill(consumer);
    await expect.poll(() => receiver.signalling.names(), patience).toContain('consumerClosed');
    await expectFlow(receiver, 'microphone');
    expect(consumerOf(receiver)).not.toBe(consumer);
    await expect.poll(() => repairs(mentor.roomCode), patience).toMatchObject([{ step: 'renew' }]);
    await leave();
  });

  it('gets a consumer again that was lost', async () => {
    const { receiver, consumer, leave } = await openPair('camera');
    await expect.poll(() => node.gauge('media_consumers')).toBeGreaterThan(0);
    // Once it was looked at.
    await expect.poll(() => receiver.packets('camera'), patience).toBeGreaterThan(100);
    consumer.close();
    await expect
      .poll(() => receiver.signalling.events, patience)
      .toContainEqual({
        name: 'consumerClosed',
        data: { consumerId: consumer.id },
      });
    await expectFlow(receiver, 'camera');
    await leave();
  });

  it('is asked for a new way, then for new transports, when nothing at the node helps', async () => {
    const { receiver, consumer, producerId, leave } = await openPair('microphone');
    dead.add(producerId);
    kill(consumer);
    const asked = () => receiver.signalling.names().filter((name) => /pathDoubted|mediaReset/.test(name));
    const { recvTransport } = receiver.media.setup;
    await expect.poll(asked, { ...patience, timeout: 35_000 }).toEqual(['pathDoubted']);
    expect(receiver.signalling.events).toContainEqual({
      name: 'pathDoubted',
      data: { transportId: recvTransport.id },
    });
    await expect.poll(asked, patience).toEqual(['pathDoubted', 'mediaReset']);
    dead.delete(producerId);
    await expectFlow(receiver, 'microphone');
    await leave();
  }, 60_000);
});

describe.concurrent('someone of whom nothing arrives (ROOM-13)', () => {
  it('is asked to publish anew while other packets of theirs do arrive, and not when muted', async () => {
    const { sender, leave } = await openPair('camera');
    await sender.produce('microphone');
    const asked = () => sender.signalling.events.filter(({ name }) => name === 'sourceUnheard');
    const microphone = { name: 'sourceUnheard', data: { source: 'microphone' } };
    await expect.poll(asked, patience).toEqual([microphone]);
    await leave();
  });

  it('is not asked when it is muted', async () => {
    const { sender, receiver, leave } = await openPair('camera');
    await sender.produce('microphone', true);
    await expect.poll(() => receiver.packets('camera'), patience).toBeGreaterThan(400);
    expect(sender.signalling.names()).not.toContain('sourceUnheard');
    await leave();
  });
});
