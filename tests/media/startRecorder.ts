import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, vi } from 'vitest';
import { clockAnchor, segmentHead } from '../../media/contracts/recording.ts';
import { packetTimes } from '../support/realMedia.ts';
import { startNode, twoClaims } from './startNode.ts';

export type Recorder = Awaited<ReturnType<typeof startRecorder>>;

const own = (pid: number) => promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', `${pid}`]);
/** Process ids of the FFmpegs that write this recording. */
const writers = async (recordingId: string) => {
  const { stdout } = await own(process.pid).catch(() => ({ stdout: '' }));
  return stdout
    .split('\n')
    .filter((line) => line.includes(recordingId))
    .map((line) => Number.parseInt(line, 10));
};

/** A media node whose recordings lie in a folder of its own, and what tests ask of them. */
export async function startRecorder() {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-recordings-'));
  const node = await startNode({}, { folder });
  const journals = async (recordingId: string) => {
    const names = (await readdir(join(folder, recordingId)).catch(() => [])).filter((name) =>
      name.endsWith('.jsonl'),
    );
    return Promise.all(
      names.map(async (name) => {
        const lines = (await readFile(join(folder, recordingId, name), 'utf8')).trim().split('\n');
        const [head, ...anchors] = lines.map((line) => JSON.parse(line) as unknown);
        return { ...segmentHead.parse(head), anchors: anchors.map((anchor) => clockAnchor.parse(anchor)) };
      }),
    );
  };
  const fileOf = ({ recordingId, segmentId }: { recordingId: string; segmentId: string }) =>
    join(folder, recordingId, `${segmentId}.mkv`);
  /** Waits until a file holds more than this (seconds). */
  const lasts = (segment: { recordingId: string; segmentId: string }, seconds: number) =>
    expect
      .poll(async () => (await packetTimes(fileOf(segment)).catch(() => [])).at(-1) ?? 0)
      .toBeGreaterThan(seconds);
  const enter = async () => {
    const [mentoring, learning] = twoClaims();
    const mentor = await node.join(mentoring, { page: { mayRecord: true } });
    const learner = await node.join(learning, { page: { mayRecord: true } });
    const turn = (to: 'on' | 'paused' | 'off') => mentor.signalling.request('setRecording', { to });
    return { mentor, learner, mentoring, learning, turn, recordingId: () => recordingOf(mentoring) };
  };
  const recordingOf = ({ sessionId }: { sessionId: string }) =>
    vi.waitFor(async () => {
      const facts = (await node.facts()).filter((fact) => fact.sessionId === sessionId);
      const turned = facts.find((fact) => fact.type === 'recording.turned');
      if (!turned) throw new Error('nothing is recorded yet');
      return turned.recordingId;
    }, 20_000);
  const writing = (id: string, count: number) =>
    expect.poll(async () => (await writers(id)).length).toBe(count);
  const arrived = (id: string, least = 1) =>
    expect
      .poll(async () => (await journals(id)).filter(({ anchors }) => anchors.length > 0).length)
      .toBeGreaterThanOrEqual(least);
  return {
    ...{ node, folder, writers, journals, fileOf, lasts, enter, recordingOf, writing, arrived },
    async close() {
      await node.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
