import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Consumer } from '../../media/mediasoup.ts';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { until } from '../browser/support/until.ts';
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

/** As `expect.poll`, which tests that run at the same time cannot use. */
const poll = <Answer>(ask: () => Answer | Promise<Answer>, holds: (answer: Answer) => boolean) =>
  until('what is waited for', async () => ask(), holds, { timeoutMs: 35_000, everyMs: 100 });

/** Two people of whom the second hears or sees the first. */
async function openPair(source: MediaSource) {
  const [mentor, learner] = twoClaims();
  const sender = await node.join(mentor);
  const receiver = await node.join(learner);
  const { producerId } = await sender.publish(source);
  await poll(
    () => receiver.packets(source),
    (packets) => packets > 5,
  );
  const leave = () => Promise.all([sender.leave(), receiver.leave()]);
  return { sender, receiver, producerId, consumer: consumerOf(receiver), leave, mentor, learner };
}

const consumerOf = (receiver: RoomClient) => inside.consumer([...receiver.consumers.keys()][0] ?? '');

/** Packets come that were not there yet. */
async function expectFlow(receiver: RoomClient, source: MediaSource, more = 20) {
  const from = receiver.packets(source);
  await poll(
    () => receiver.packets(source),
    (packets) => packets > from + more,
  );
}

/** @returns the only repair in a room, once it is told. */
async function repairIn(roomCode: string) {
  const repairs = await poll(
    async () => {
      const facts = await node.facts();
      return facts.filter((fact) => fact.roomCode === roomCode && fact.type === 'media.repaired');
    },
    (found) => found.length > 0,
  );
  expect(repairs).toHaveLength(1);
  return repairs[0];
}

const told = ({ signalling }: RoomClient, names: RegExp) =>
  signalling.events.filter(({ name }) => names.test(name));

describe.concurrent('someone who does not get what another one sends (ROOM-13)', () => {
  it.for(['microphone', 'camera'] as const)(
    'gets a %s again that stopped behind our back',
    async (source) => {
      const { receiver, consumer, leave, mentor, learner } = await openPair(source);
      await consumer.pause();
      await expectFlow(receiver, source);
      expect([...receiver.consumers.keys()]).toEqual([consumer.id]);
      const fact = { source, userId: learner.sub, fromUserId: mentor.sub, step: 'nudge' };
      expect(await repairIn(mentor.roomCode)).toMatchObject(fact);
      await leave();
    },
  );

  it('gets a new consumer in place of one that cannot be brought back', async () => {
    const { receiver, consumer, leave, mentor } = await openPair('microphone');
    kill(consumer);
    await poll(
      () => told(receiver, /consumerClosed/),
      ({ length }) => length > 0,
    );
    // The new one is there before the old one goes: whoever is shown by it stays.
    const names = told(receiver, /newConsumer|consumerClosed/).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['newConsumer', 'consumerClosed']);
    await expectFlow(receiver, 'microphone');
    expect(consumerOf(receiver)).not.toBe(consumer);
    expect(await repairIn(mentor.roomCode)).toMatchObject({ step: 'renew' });
    await leave();
  });

  it('gets a consumer again that was lost', async () => {
    const { receiver, consumer, leave } = await openPair('camera');
    // Once it was looked at.
    await expectFlow(receiver, 'camera', 100);
    consumer.close();
    await poll(
      () => told(receiver, /consumerClosed/),
      ({ length }) => length > 0,
    );
    expect(told(receiver, /consumerClosed/)).toMatchObject([{ data: { consumerId: consumer.id } }]);
    await expectFlow(receiver, 'camera');
    await leave();
  });

  it('is asked for a new way, then for new transports, when nothing at the node helps', async () => {
    const { receiver, consumer, producerId, leave, mentor } = await openPair('microphone');
    const { recvTransport } = receiver.media.setup;
    dead.add(producerId);
    kill(consumer);
    await poll(
      () => told(receiver, /pathDoubted/),
      ({ length }) => length > 0,
    );
    expect(told(receiver, /pathDoubted|mediaReset/)).toMatchObject([
      { name: 'pathDoubted', data: { transportId: recvTransport.id } },
    ]);
    // What the page opens after this works.
    dead.delete(producerId);
    await poll(
      () => told(receiver, /mediaReset/),
      ({ length }) => length > 0,
    );
    await expectFlow(receiver, 'microphone');
    expect(await repairIn(mentor.roomCode)).toMatchObject({ step: 'reopen' });
    await leave();
  }, 60_000);
});

describe.concurrent('someone of whom nothing arrives (ROOM-13)', () => {
  it('is asked to publish anew while other packets of theirs do arrive', async () => {
    const { sender, leave } = await openPair('camera');
    await sender.produce('microphone');
    const asked = await poll(
      () => told(sender, /sourceUnheard/),
      ({ length }) => length > 0,
    );
    expect(asked).toMatchObject([{ data: { source: 'microphone' } }]);
    await leave();
  });

  it('is not asked for what is muted', async () => {
    const { sender, receiver, leave } = await openPair('camera');
    await sender.produce('microphone', true);
    await expectFlow(receiver, 'camera', 400);
    expect(told(sender, /sourceUnheard/)).toEqual([]);
    await leave();
  });
});
