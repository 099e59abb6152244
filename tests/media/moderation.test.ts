import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaSource } from '../../media/contracts/facts.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { startNode, twoClaims, workerPids, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ peerGraceMs: 2_000 });
});
afterAll(() => node.close());

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;
const told = ({ signalling }: { signalling: SignallingClient }, name: string) =>
  signalling.events.find((event) => event.name === name)?.data;

async function openRoom() {
  const [teaching, learning] = twoClaims();
  const mentor = await node.join(teaching);
  const learner = await node.join(learning);
  const about = { peerId: learner.place.peerId };
  return { teaching, learning, mentor, learner, about, leave: () => leave(mentor, learner) };
}
async function leave(...clients: RoomClient[]): Promise<void> {
  for (const client of clients) if (client.signalling.socket.connected) await client.leave();
}
const knockAs = async (claims: Parameters<TestNode['ticket']>[0]) => {
  const client = await SignallingClient.connect(node.url, { ticket: await node.ticket(claims) });
  return { client, answer: await client.request('knock', {}) };
};

/** Nothing of `source` arrives at somebody any more, while what else they are sent does. */
async function expectSilence(client: RoomClient, source: MediaSource, other: MediaSource) {
  await expect.poll(() => [...client.consumers.values()].map((consumer) => consumer.source)).toContain(other);
  // What the node had under way when it paused is not counted.
  const from = client.packets(other);
  await expect.poll(() => client.packets(other)).toBeGreaterThan(from + 5);
  const [before, others] = [client.packets(source), client.packets(other)];
  await expect.poll(() => client.packets(other), { timeout: 5_000 }).toBeGreaterThan(others + 15);
  expect(client.packets(source)).toBe(before);
}

describe('muting someone (ROOM-16)', () => {
  it('stops their sound at the node at once, tells them who did it, and they can unmute', async () => {
    const { mentor, learner, learning, teaching, about, leave } = await openRoom();
    const { producerId } = await learner.publish('microphone');
    await learner.publish('camera');
    await expect.poll(() => mentor.packets('microphone')).toBeGreaterThan(5);
    await mentor.signalling.request('moderate', { ...about, act: 'mute' });
    await expect.poll(() => told(learner, 'silenced')).toEqual({ source: 'microphone', by: 'Ravi' });
    await expect.poll(() => told(mentor, 'consumerPaused')).toMatchObject({ paused: true });
    // The page goes on sending: it need not be obeyed.
    await expectSilence(mentor, 'microphone', 'camera');
    const unmute = () => learner.signalling.request('setProducerPaused', { producerId, paused: false });
    await unmute();
    await expectSilence(mentor, 'microphone', 'camera');
    await learner.signalling.request('heedSilence', { source: 'microphone' });
    await unmute();
    const muted = mentor.packets('microphone');
    await expect.poll(() => mentor.packets('microphone')).toBeGreaterThan(muted + 5);
    await expect.poll(node.facts).toContainEqual(
      expect.objectContaining({
        ...{ type: 'peer.silenced', source: 'microphone', userId: learning.sub, byUserId: teaching.sub },
      }),
    );
    await leave();
  });

  it('holds over a drop of the socket: an old wish to be heard does not undo it (ROOM-13)', async () => {
    const { mentor, learner, about, leave } = await openRoom();
    const { producerId } = await learner.publish('microphone');
    await learner.publish('camera');
    await expect.poll(() => mentor.packets('microphone')).toBeGreaterThan(5);
    learner.signalling.close();
    await expect.poll(() => told(mentor, 'peerChanged')).toMatchObject({ peer: { connected: false } });
    await mentor.signalling.request('moderate', { ...about, act: 'mute' });
    await learner.resume();
    await learner.signalling.request('setProducerPaused', { producerId, paused: false });
    const { silenced } = await learner.signalling.request('join', {});
    expect(silenced).toEqual([{ source: 'microphone', by: 'Ravi' }]);
    await expectSilence(mentor, 'microphone', 'camera');
    await leave();
  });

  it('holds when the worker dies, and for who comes back with a new ticket (ROOM-13, ROOM-14)', async () => {
    const { mentor, learner, learning, about, leave } = await openRoom();
    await learner.publish('microphone');
    await learner.publish('camera');
    await expect.poll(() => mentor.packets('camera')).toBeGreaterThan(5);
    await mentor.signalling.request('moderate', { ...about, act: 'mute' });
    for (const pid of await workerPids()) process.kill(pid, 'SIGKILL');
    await expect.poll(() => learner.signalling.names(), { timeout: 5_000 }).toContain('mediaReset');
    await expect.poll(() => mentor.packets('camera'), { timeout: 10_000 }).toBeGreaterThan(5);
    await expectSilence(mentor, 'microphone', 'camera');
    const again = await node.join(learning, { page: { takeOver: true } });
    expect(again.place.silenced).toEqual([{ source: 'microphone', by: 'Ravi' }]);
    await again.publish('microphone');
    await again.publish('camera');
    await expectSilence(mentor, 'microphone', 'camera');
    await again.leave();
    await leave();
  });

  it('a muted microphone is muted after a drop, also when it was muted during the drop (ROOM-13)', async () => {
    const { mentor, learner, leave } = await openRoom();
    const { producerId } = await learner.publish('microphone');
    await learner.publish('camera');
    await learner.signalling.request('setProducerPaused', { producerId, paused: true });
    await learner.resume();
    await expectSilence(mentor, 'microphone', 'camera');
    await leave();
  });
});

it('muting a person leaves the sound of what they share; stopping the share takes both (ROOM-16)', async () => {
  const { mentor, learner, learning, about, leave } = await openRoom();
  for (const source of ['microphone', 'camera', 'screen', 'screenAudio'] as const)
    await learner.publish(source);
  await mentor.signalling.request('moderate', { ...about, act: 'mute' });
  await expectSilence(mentor, 'microphone', 'screenAudio');
  await mentor.signalling.request('moderate', { ...about, act: 'stopCamera' });
  await expectSilence(mentor, 'camera', 'screen');
  await learner.signalling.request('heedSilence', { source: 'microphone' });
  await learner.publish('microphone');
  await mentor.signalling.request('moderate', { ...about, act: 'stopScreen' });
  await expectSilence(mentor, 'screen', 'microphone');
  await expectSilence(mentor, 'screenAudio', 'microphone');
  const { silenced } = await learner.signalling.request('join', {});
  expect(silenced.map(({ source }) => source)).toEqual(['camera', 'screen', 'screenAudio']);
  const stopped = async () =>
    (await node.facts()).flatMap((fact) =>
      fact.type === 'peer.silenced' && fact.userId === learning.sub ? [fact.source] : [],
    );
  await expect.poll(stopped).toEqual(['microphone', 'camera', 'screen', 'screenAudio']);
  await leave();
});

describe('someone who was removed (ROOM-16)', () => {
  it('is out at once and comes back only when the mentor lets them in (ROOM-13)', async () => {
    const { mentor, learner, learning, teaching, about, leave } = await openRoom();
    await learner.publish('microphone');
    await expect.poll(() => mentor.consumers.size).toBe(1);
    const { peerId, resumeToken } = learner.place;
    await mentor.signalling.request('moderate', { ...about, act: 'remove' });
    await expect.poll(() => told(learner, 'closed')).toEqual({ reason: 'removed', by: 'Ravi' });
    await expect.poll(() => learner.signalling.socket.connected).toBe(false);
    await expect.poll(() => mentor.consumers.size).toBe(0);
    await expect(SignallingClient.connect(node.url, { peerId, resumeToken })).rejects.toThrow(
      code('not_found'),
    );
    await expect(node.join(learning)).rejects.toThrow(code('removed'));
    await expect
      .poll(node.facts)
      .toContainEqual(
        expect.objectContaining({ type: 'peer.removed', userId: learning.sub, byUserId: teaching.sub }),
      );

    const knock = { userId: learning.sub, name: 'Asha', removed: true };
    const asking = await knockAs(learning);
    expect(asking.answer).toEqual({ admitted: false });
    await expect.poll(() => told(mentor, 'knocked')).toEqual({ knock });
    expect((await mentor.signalling.request('join', {})).knocks).toEqual([knock]);
    await mentor.signalling.request('answerKnock', { userId: learning.sub, admit: true });
    await expect.poll(() => told({ signalling: asking.client }, 'knockAnswered')).toEqual({ admitted: true });
    const back = await node.join(learning);
    await back.publish('microphone');
    await expect.poll(() => mentor.packets('microphone')).toBeGreaterThan(5);
    asking.client.close();
    await back.leave();
    await leave();
  });

  it('stays out when the mentor says no, and the question goes with who asked it', async () => {
    const { mentor, learning, about, leave } = await openRoom();
    await mentor.signalling.request('moderate', { ...about, act: 'remove' });
    const refused = await knockAs(learning);
    await mentor.signalling.request('answerKnock', { userId: learning.sub, admit: false });
    await expect
      .poll(() => told({ signalling: refused.client }, 'knockAnswered'))
      .toEqual({ admitted: false });
    await expect(node.join(learning)).rejects.toThrow(code('removed'));
    await knockAs(learning).then(({ client }) => client.close());
    await expect.poll(async () => (await mentor.signalling.request('join', {})).knocks).toEqual([]);
    await expect(
      mentor.signalling.request('answerKnock', { userId: learning.sub, admit: true }),
    ).rejects.toThrow(code('not_found'));
    refused.client.close();
    await leave();
  });
});

describe('a locked room (ROOM-16)', () => {
  it('keeps out who is new and who left, and lets back in who only dropped', async () => {
    const { mentor, learner, learning, leave } = await openRoom();
    await mentor.signalling.request('setRoomLocked', { locked: true });
    await expect.poll(() => told(learner, 'lockChanged')).toEqual({ locked: true });
    const stranger = { ...learning, sub: randomUUID(), name: 'Meera' };
    await expect(node.join(stranger)).rejects.toThrow(code('room_locked'));
    learner.close();
    await expect.poll(() => mentor.signalling.names(), { timeout: 8_000 }).toContain('peerLeft');
    const back = await node.join(learning);
    expect(back.place.locked).toBe(true);
    await back.leave();
    await expect(node.join(learning)).rejects.toThrow(code('room_locked'));

    const asking = await knockAs(stranger);
    await mentor.signalling.request('answerKnock', { userId: stranger.sub, admit: true });
    const guest = await node.join(stranger);
    await mentor.signalling.request('setRoomLocked', { locked: false });
    const again = await node.join(learning);
    asking.client.close();
    for (const client of [guest, again]) await client.leave();
    await leave();
  });
});

it('only the mentor moderates, whatever a page asks (ROOM-16)', async () => {
  const { mentor, learner, learning, teaching, leave } = await openRoom();
  const other = await node.join({ ...learning, sub: randomUUID() });
  const admin = await node.join({ ...learning, sub: randomUUID(), role: 'admin' });
  const refused = code('not_allowed');
  for (const { signalling } of [learner, admin]) {
    for (const act of ['mute', 'stopCamera', 'stopScreen', 'lowerHand', 'remove'] as const) {
      const { peerId } = other.place;
      await expect(signalling.request('moderate', { peerId, act })).rejects.toThrow(refused);
    }
    await expect(signalling.request('setRoomLocked', { locked: true })).rejects.toThrow(refused);
    await expect(signalling.request('answerKnock', { userId: teaching.sub, admit: true })).rejects.toThrow(
      refused,
    );
    await expect(signalling.request('knock', {})).rejects.toThrow(code('bad_request'));
  }
  // An admin watches over the lesson; a mentor cannot send them out, nor do to themselves what others bear.
  const ask = (peerId: string, act: 'remove' | 'mute') =>
    mentor.signalling.request('moderate', { peerId, act });
  await expect(ask(admin.place.peerId, 'remove')).rejects.toThrow(refused);
  await expect(ask(mentor.place.peerId, 'mute')).rejects.toThrow(refused);
  await expect(ask(randomUUID(), 'mute')).rejects.toThrow(code('not_found'));
  for (const client of [other, admin]) await client.leave();
  await leave();
});
