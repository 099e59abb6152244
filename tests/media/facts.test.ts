import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../config/logger.ts';
import { connectRedis } from '../../config/redis.ts';
import { mediaNode, mediaNodesKey, roomNodeKey } from '../../media/contracts/nodes.ts';
import { FactStream } from '../../media/FactStream.ts';
import { claims, startNode, twoClaims, workerPids, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ peerGraceMs: 500 });
});
afterAll(() => node.close());

const factsOf = async (roomCode: string) => (await node.facts()).filter((fact) => fact.roomCode === roomCode);

describe('facts', () => {
  it('tell a lesson in its order, and media as it really flows', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    const silent = await first.produce('microphone');
    // Announced and not sent: nothing flows yet, and so nothing is told before the packets come.
    await expect.poll(() => second.consumers.size).toBe(1);
    const { stop } = await second.publish('camera');
    await expect.poll(async () => (await factsOf(mentor.roomCode)).length).toBe(4);
    const stopSending = first.media.send.keepSending(silent.next, 20);
    await expect.poll(async () => (await factsOf(mentor.roomCode)).length).toBe(5);
    await first.signalling.request('setProducerPaused', { producerId: silent.producerId, paused: true });
    await expect.poll(async () => (await factsOf(mentor.roomCode)).length).toBe(6);
    stop();
    await expect.poll(async () => (await factsOf(mentor.roomCode)).length, { timeout: 10_000 }).toBe(7);
    stopSending();
    await first.leave();
    await second.leave();
    await expect.poll(async () => (await factsOf(mentor.roomCode)).at(-1)?.type).toBe('room.ended');
    const told = await factsOf(mentor.roomCode);
    const brief = told.map((fact) => [
      fact.type,
      ...('userId' in fact ? [fact.userId === mentor.sub ? 'mentor' : 'learner'] : []),
      ...('source' in fact ? [fact.source] : []),
      ...('reason' in fact ? [fact.reason] : []),
    ]);
    expect(brief).toEqual([
      ['room.opened'],
      ['peer.joined', 'mentor'],
      ['peer.joined', 'learner'],
      ['media.started', 'learner', 'camera'],
      ['media.started', 'mentor', 'microphone'],
      ['media.stopped', 'mentor', 'microphone'],
      ['media.stopped', 'learner', 'camera'],
      ['peer.left', 'mentor', 'left'],
      ['peer.left', 'learner', 'left'],
      ['room.ended', 'empty'],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(new Set(told.map(({ nodeId, sessionId }) => nodeId + sessionId)).size).toBe(1);
  });

  it('wait while Redis is away and keep their order', async () => {
    const redis = connectRedis(node.settings.redisUrl);
    const facts = new FactStream(redis, 'node-1', createLogger('media', node.settings));
    const { sessionId, roomCode } = claims();
    // Nothing is connected yet, so these cannot be told at once.
    facts.append({ type: 'room.opened', sessionId, roomCode });
    redis.disconnect();
    for (let count = 0; count < 300; count += 1) {
      facts.append({ type: 'room.ended', sessionId, roomCode, reason: 'empty' });
    }
    expect(await factsOf(roomCode)).toEqual([]);
    await redis.connect();
    await expect.poll(async () => (await factsOf(roomCode)).length, { timeout: 5_000 }).toBe(301);
    const told = await factsOf(roomCode);
    expect(told[0]?.type).toBe('room.opened');
    expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted());
    await facts.close();
    redis.disconnect();
  });
});

describe('the registry', () => {
  it('says where this node and its rooms are, and no longer when they are gone', async () => {
    const of = claims();
    const client = await node.join(of);
    const read = async () => {
      const [json] = Object.values(await node.redis.hgetall(mediaNodesKey));
      return json === undefined ? undefined : mediaNode.parse(JSON.parse(json));
    };
    await expect.poll(read, { timeout: 5_000 }).toMatchObject({ url: node.url, rooms: 1, peers: 1 });
    const id = (await read())?.id;
    expect(await node.redis.get(roomNodeKey(of.roomCode))).toBe(id);
    await client.leave();
    await expect.poll(() => node.redis.get(roomNodeKey(of.roomCode))).toBeNull();
  });

  it('leaves a room alone that lives on another node', async () => {
    const of = claims();
    await node.redis.set(roomNodeKey(of.roomCode), 'another node');
    await expect(node.join(of)).rejects.toThrow('another node');
    expect(await node.redis.get(roomNodeKey(of.roomCode))).toBe('another node');
  });
});

describe('the end of a node', () => {
  it('is told to rooms and Redis, leaves no process, and happens once', async () => {
    const of = claims();
    const client = await node.join(of);
    const pids = await workerPids();
    expect(pids).toHaveLength(1);
    await Promise.all([node.closeNode(), node.closeNode()]);
    await node.closeNode();
    expect(client.signalling.events.at(-1)).toEqual({ name: 'closed', data: { reason: 'stopped' } });
    const told = (await factsOf(of.roomCode)).map((fact) => [fact.type, 'reason' in fact && fact.reason]);
    expect(told.slice(-2)).toEqual([
      ['peer.left', 'stopped'],
      ['room.ended', 'stopped'],
    ]);
    expect(await node.redis.hgetall(mediaNodesKey)).toEqual({});
    expect(await node.redis.get(roomNodeKey(of.roomCode))).toBeNull();
    expect(await workerPids()).toEqual([]);
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=']);
    expect(stdout.split('\n').map(Number)).not.toContain(pids[0]);
  });
});
