import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claims, startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

describe('two people in a room', () => {
  it('hear and see each other', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    await first.publish('microphone');
    await first.publish('camera');
    const second = await node.join(learner);
    await second.publish('microphone');
    await expect.poll(() => first.packets('microphone')).toBeGreaterThan(20);
    await expect.poll(() => second.packets('microphone')).toBeGreaterThan(20);
    await expect.poll(() => second.packets('camera')).toBeGreaterThan(20);
    await first.leave();
    await second.leave();
  });

  it('learn of each other coming, going and being lost', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    const pictureUrl = '/files/pictures/asha.webp';
    const peer = {
      ...{ id: second.place.peerId, userId: learner.sub, name: 'Asha', pictureUrl, role: 'learner' },
      hand: null,
    };
    expect(second.place.peers).toEqual([
      {
        id: first.place.peerId,
        userId: mentor.sub,
        name: 'Ravi',
        pictureUrl: null,
        role: 'mentor',
        connected: true,
        hand: null,
      },
    ]);
    second.signalling.close();
    await expect
      .poll(() => first.signalling.events)
      .toContainEqual({ name: 'peerChanged', data: { peer: { ...peer, connected: false } } });
    await second.resume();
    await second.leave();
    await expect.poll(() => first.signalling.names()).toContain('peerLeft');
    const tidings = ['peerJoined', 'peerChanged', 'peerLeft'];
    expect(first.signalling.events.filter(({ name }) => tidings.includes(name))).toEqual([
      { name: 'peerJoined', data: { peer: { ...peer, connected: true } } },
      { name: 'peerChanged', data: { peer: { ...peer, connected: false } } },
      { name: 'peerChanged', data: { peer: { ...peer, connected: true } } },
      { name: 'peerLeft', data: { peerId: second.place.peerId } },
    ]);
    await first.leave();
  });

  it('are told who speaks, and that nobody does', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    const { stop } = await first.publish('microphone');
    const speakers = () =>
      second.signalling.events.flatMap(({ name, data }) => (name === 'activeSpeaker' ? [data] : []));
    await expect.poll(speakers, { timeout: 5_000 }).toContainEqual({ peerId: first.place.peerId });
    stop();
    await expect.poll(() => speakers().at(-1), { timeout: 5_000 }).toEqual({ peerId: null });
    await first.leave();
    await second.leave();
  });

  it('do not meet people of another room', async () => {
    const here = await node.join(claims());
    const elsewhere = await node.join(claims());
    await elsewhere.publish('microphone');
    expect(elsewhere.place.peers).toEqual([]);
    expect(here.consumers.size).toBe(0);
    await here.leave();
    await elsewhere.leave();
  });
});

describe('a consumer', () => {
  it('is paused until the page is ready', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const { next } = await first.publish('microphone');
    const second = await node.join(learner, { resume: false });
    const third = await node.join({ ...learner, sub: randomUUID() });
    // The third one's packets show that the producer flows and the second one's silence is the pause.
    await expect.poll(() => third.packets('microphone')).toBeGreaterThan(10);
    expect(second.packets('microphone')).toBe(0);
    const consumerIds = [...second.consumers.keys()];
    expect(consumerIds).toHaveLength(1);
    await second.signalling.request('resumeConsumers', { consumerIds: [...consumerIds, randomUUID()] });
    next();
    await expect.poll(() => second.packets('microphone')).toBeGreaterThan(10);
    for (const client of [first, second, third]) await client.leave();
  });

  it('stops its packets while its tile cannot be seen, and goes on when it can', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    await first.publish('camera');
    await first.publish('microphone');
    const second = await node.join(learner);
    await expect.poll(() => second.packets('camera')).toBeGreaterThan(10);
    const camera = [...second.consumers.values()].find(({ source }) => source === 'camera');
    if (!camera) throw new Error('no camera is consumed');
    await second.signalling.request('showConsumer', { consumerId: camera.id, tile: null });
    /** Pictures that come while the sound goes on for half a second. */
    const seenMeanwhile = async () => {
      const [heard, seen] = [second.packets('microphone'), second.packets('camera')];
      await expect.poll(() => second.packets('microphone')).toBeGreaterThan(heard + 25);
      return second.packets('camera') - seen;
    };
    // One that is hidden for less than two seconds goes on.
    await expect.poll(seenMeanwhile, { timeout: 10_000 }).toBe(0);
    const stopped = second.packets('camera');
    const tile = { width: 640, height: 360 };
    await second.signalling.request('showConsumer', { consumerId: camera.id, tile });
    await expect.poll(() => second.packets('camera')).toBeGreaterThan(stopped + 10);
    await first.leave();
    await second.leave();
  });

  it('follows its producer: muted, unmuted, replaced and closed', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    const { producerId } = await first.publish('microphone');
    await expect.poll(() => second.packets('microphone')).toBeGreaterThan(5);
    const [consumer] = second.consumers.values();
    await first.signalling.request('setProducerPaused', { producerId, paused: true });
    await first.signalling.request('setProducerPaused', { producerId, paused: false });
    const replacement = await first.publish('microphone');
    await expect.poll(() => [...second.consumers.values()][0]?.producerId).toBe(replacement.producerId);
    await first.signalling.request('closeProducer', { producerId: replacement.producerId });
    await expect.poll(() => second.consumers.size).toBe(0);
    const told = second.signalling.events.filter(({ name }) => name.startsWith('consumer'));
    const consumerId = consumer?.id;
    expect(told.slice(0, 3)).toEqual([
      { name: 'consumerPaused', data: { consumerId, paused: true } },
      { name: 'consumerPaused', data: { consumerId, paused: false } },
      { name: 'consumerClosed', data: { consumerId } },
    ]);
    await first.leave();
    await second.leave();
  });

  it('of a picture that is sent anew is there before the former one goes (ROOM-13)', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    await first.publish('screen');
    await expect.poll(() => second.packets('screen')).toBeGreaterThan(5);
    const { producerId } = await first.publish('screen');
    const names = () => second.signalling.names().filter((name) => /newConsumer|consumerClosed/u.test(name));
    await expect.poll(names).toEqual(['newConsumer', 'newConsumer', 'consumerClosed']);
    expect([...second.consumers.values()]).toMatchObject([{ producerId }]);
    await first.leave();
    await second.leave();
  });
});
