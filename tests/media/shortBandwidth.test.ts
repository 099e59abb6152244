import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { formatsOf } from '../load/clients/formats.ts';
import { watchInside } from './insideWorkers.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

const inside = watchInside();
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const patience = { timeout: 20_000 };
const transportCc = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01';

/** From now on the node estimates this person's bandwidth, as it does for pages. */
async function estimateBandwidth(client: RoomClient): Promise<void> {
  const { routerRtpCapabilities } = client.media.setup;
  const { codecs, headerExtensions } = routerRtpCapabilities as {
    codecs: { mimeType: string }[];
    headerExtensions: { uri: string }[];
  };
  const rtpCapabilities = {
    codecs: codecs.filter(({ mimeType }) => /opus|VP8/.test(mimeType)),
    headerExtensions: headerExtensions.filter(({ uri }) => uri === transportCc),
  };
  await client.signalling.request('startConsuming', { rtpCapabilities });
}

/** Sends a camera as pages do: three simulcast layers, here all alike at about 240 kbit/s. */
async function publishCamera(client: RoomClient): Promise<void> {
  const { setup, send } = client.media;
  const ssrcs = [1, 2, 3].map(() => randomInt(1, 2 ** 31));
  const [first = 0] = ssrcs;
  const rtpParameters = {
    ...formatsOf(setup.routerRtpCapabilities).rtpParameters('video', first),
    encodings: ssrcs.map((ssrc) => ({ ssrc, scalabilityMode: 'L1T1' })),
  };
  const transportId = setup.sendTransport.id;
  const data = { transportId, source: 'camera', kind: 'video', rtpParameters, paused: false } as const;
  await client.signalling.request('produce', data);
  for (const ssrc of ssrcs) send.keepSending(send.stream('video', ssrc), 33);
}

const layersTold = ({ signalling }: RoomClient) =>
  signalling.events.flatMap(({ name, data }) =>
    name === 'consumerLayers' ? [(data as { layers: unknown }).layers] : [],
  );
const consumerOf = (client: RoomClient, source: 'camera' | 'microphone') => {
  const found = [...client.consumers.values()].find((consumer) => consumer.source === source);
  if (!found) throw new Error(`no consumer of a ${source}`);
  return found;
};

/** A mentor who sends picture and sound, and a learner whose bandwidth is estimated. */
async function openCall() {
  const [teaching, learning] = twoClaims();
  const mentor = await node.join(teaching);
  const learner = await node.join(learning);
  await estimateBandwidth(learner);
  await mentor.publish('microphone');
  await publishCamera(mentor);
  await expect.poll(() => learner.packets('camera'), patience).toBeGreaterThan(5);
  await expect.poll(() => learner.packets('microphone'), patience).toBeGreaterThan(5);
  const consumerId = consumerOf(learner, 'camera').id;
  const show = (tile: { width: number; height: number } | null) =>
    learner.signalling.request('showConsumer', { consumerId, tile });
  return { mentor, learner, show, consumer: inside.consumer(consumerId), roomCode: teaching.roomCode };
}

const large = { width: 1280, height: 720 };
const small = { width: 160, height: 90 };

describe('a line that is too slow (ROOM-5)', () => {
  it('loses the picture and keeps the sound; that is said once it lasts, and is no fault to repair', async () => {
    const { learner, mentor, show } = await openCall();
    await inside.transport(learner.media.setup.recvTransport.id).setMaxOutgoingBitrate(50_000);
    await show(small);
    await show(large);
    await expect.poll(() => layersTold(learner).at(-1), patience).toBeNull();
    const sound = learner.packets('microphone');
    // What was sent before may still be on its way; sound comes behind it.
    await expect.poll(() => learner.packets('microphone'), patience).toBeGreaterThan(sound + 100);
    const picture = learner.packets('camera');
    // Long enough for several looks of the healing.
    await expect.poll(() => learner.packets('microphone'), patience).toBeGreaterThan(sound + 600);
    expect(learner.packets('camera')).toBeLessThan(picture + 5);
    expect(layersTold(learner).filter((layers) => layers === null)).toHaveLength(1);
    expect(await node.gauge('media_unheard')).toBe(0);
    await mentor.leave();
    await learner.leave();
  });
});

describe('what is shown (ROOM-5)', () => {
  it('goes on while it is hidden for a moment, and stops when it stays hidden', async () => {
    const { learner, mentor, show, consumer } = await openCall();
    let pauses = 0;
    consumer.observer.on('pause', () => (pauses += 1));
    for (let times = 0; times < 5; times += 1) {
      await show(null);
      await show(large);
    }
    const from = learner.packets('camera');
    await expect.poll(() => learner.packets('camera'), patience).toBeGreaterThan(from + 90);
    expect(pauses).toBe(0);
    await show(null);
    await expect.poll(() => pauses, patience).toBe(1);
    await show(small);
    expect(consumer.preferredLayers?.spatialLayer).toBe(0);
    await expect.poll(() => consumer.paused, patience).toBe(false);
    await mentor.leave();
    await learner.leave();
  });

  it('gets larger layers at once, smaller ones after a while, and asks the worker only for changes', async () => {
    const { learner, mentor, show, consumer } = await openCall();
    const asked: number[] = [];
    const own = consumer.setPreferredLayers.bind(consumer);
    consumer.setPreferredLayers = (layers) => {
      asked.push(layers.spatialLayer);
      return own(layers);
    };
    for (const tile of [large, small, large, { width: 1278, height: 719 }, large]) await show(tile);
    expect(asked).toEqual([2]);
    await show(small);
    await expect.poll(() => asked, patience).toEqual([2, 0]);
    await show(large);
    expect(asked).toEqual([2, 0, 2]);
    await mentor.leave();
    await learner.leave();
  });

  it('has priority by its size, and more while its sender speaks', async () => {
    const { learner, mentor, show, consumer } = await openCall();
    // Their test tone is loud enough to count as speech.
    await expect.poll(() => consumer.priority, patience).toBe(160);
    await show(small);
    expect(consumer.priority).toBe(160);
    await mentor.leave();
    await learner.leave();
  });
});

describe('the healing (ROOM-13)', () => {
  it('raises no alarm for what is muted, hidden or silent', async () => {
    const { learner, mentor, show } = await openCall();
    const [spoken] = await Promise.all([mentor.produce('screenAudio'), show(null)]);
    // DTX: a packet every 400 ms.
    const stop = mentor.media.send.keepSending(spoken.next, 400);
    const { producerId } = await mentor.produce('screen');
    await mentor.signalling.request('setProducerPaused', { producerId, paused: true });
    const from = learner.packets('screenAudio');
    await expect.poll(() => learner.packets('screenAudio'), patience).toBeGreaterThan(from + 30);
    stop();
    expect(await node.gauge('media_unheard')).toBe(0);
    expect(learner.signalling.names()).not.toContain('consumerClosed');
    await mentor.leave();
    await learner.leave();
  });
});
