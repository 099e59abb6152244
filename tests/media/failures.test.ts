import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomClient } from '../load/clients/RoomClient.ts';
import { startNode, twoClaims, workerPids, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode({ workers: 2 });
});
afterAll(() => node.close());

const resets = ({ signalling }: RoomClient) =>
  signalling.names().filter((name) => name === 'mediaReset').length;

/** Kills every worker, as a crash would, and waits until the node has replaced them. */
async function killWorkers() {
  const pids = await workerPids();
  expect(pids).toHaveLength(2);
  const deaths = await node.gauge('media_worker_deaths');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await expect.poll(() => node.gauge('media_worker_deaths')).toBe(deaths + 2);
}

describe('workers that die', () => {
  it('are replaced, and those in rooms hear each other again without doing anything', async () => {
    const [mentor, learner] = twoClaims();
    const first = await node.join(mentor);
    const second = await node.join(learner);
    await first.publish('microphone');
    await second.publish('camera');
    await expect.poll(() => second.packets('microphone')).toBeGreaterThan(5);
    for (const round of [1, 2]) {
      await killWorkers();
      await expect.poll(() => [resets(first), resets(second)]).toEqual([round, round]);
      await expect.poll(() => second.packets('microphone'), { timeout: 5_000 }).toBeGreaterThan(5);
      await expect.poll(() => first.packets('camera'), { timeout: 5_000 }).toBeGreaterThan(5);
    }
    await expect.poll(() => node.gauge('media_workers')).toBe(2);
    expect(await node.gauge('media_peers')).toBe(2);
    expect(first.signalling.names()).not.toContain('peerLeft');
    const ofRoom = (await node.facts()).filter(({ roomCode }) => roomCode === mentor.roomCode);
    expect(ofRoom.filter(({ type }) => type === 'room.opened')).toHaveLength(1);
    await first.leave();
    await second.leave();
  });

  it('do not keep anyone from entering meanwhile', async () => {
    const [mentor, learner] = twoClaims();
    await killWorkers();
    const [first, second] = await Promise.all([node.join(mentor), node.join(learner)]);
    await first.publish('microphone');
    await expect.poll(() => second.packets('microphone'), { timeout: 5_000 }).toBeGreaterThan(5);
    await first.leave();
    await second.leave();
  });
});
