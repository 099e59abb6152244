import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RoomFact } from '../../media/contracts/facts.ts';
import { clockAnchor, roomRecordingKey, segmentHead } from '../../media/contracts/recording.ts';
import { colourAt, packetTimes, probe, publishReal } from '../support/realMedia.ts';
import { startProcess } from '../support/startProcess.ts';
import { watchInside } from './insideWorkers.ts';
import { startNode, twoClaims, workerPids, type TestNode } from './startNode.ts';

let node: TestNode;
let folder: string;
const keyFramesAsked: (() => Promise<number>)[] = [];
beforeAll(async () => {
  watchInside((consumer) => {
    if (consumer.kind !== 'video') return;
    let asked = 0;
    const trace = consumer.requestKeyFrame.bind(consumer);
    consumer.requestKeyFrame = () => {
      asked += 1;
      return trace();
    };
    keyFramesAsked.push(async () => asked + ((await consumer.getStats())[0]?.pliCount ?? 0));
  });
  folder = await mkdtemp(join(tmpdir(), 'peerlearn-recordings-'));
  node = await startNode({}, { folder });
});
afterAll(async () => {
  await node.close();
  await rm(folder, { recursive: true, force: true });
});

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;
const own = (pid: number) => promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', `${pid}`]);
/** Process ids of the FFmpegs that write this recording. */
const writers = async (recordingId: string) => {
  const { stdout } = await own(process.pid).catch(() => ({ stdout: '' }));
  return stdout
    .split('\n')
    .filter((line) => line.includes(recordingId))
    .map((line) => Number.parseInt(line, 10));
};
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

describe('the recording of a room (ROOM-12)', () => {
  it('is for the mentor to start, is told to all, and stays as facts', async () => {
    const { mentor, learner, turn, mentoring } = await enter();
    expect(mentor.place.recording).toEqual({ available: true, state: 'off', by: null });
    await expect(learner.signalling.request('setRecording', { to: 'on' })).rejects.toThrow(
      code('not_allowed'),
    );
    await expect(turn('paused')).rejects.toThrow(code('bad_request'));
    await turn('on');
    await turn('paused');
    await turn('on');
    await turn('off');
    const told = () =>
      learner.signalling.events.flatMap(({ name, data }) => (name === 'recordingChanged' ? [data] : []));
    const views = ['on', 'paused', 'on', 'off'].map((state) => ({
      available: true,
      state,
      by: state === 'off' ? null : mentoring.name,
    }));
    await expect.poll(told).toEqual(views);
    const findFacts = async () =>
      (await node.facts()).filter(({ sessionId }) => sessionId === mentoring.sessionId);
    const turnsIn = (all: RoomFact[]) => all.filter((fact) => fact.type === 'recording.turned');
    await expect
      .poll(async () => turnsIn(await findFacts()).map(({ to }) => to))
      .toEqual(['on', 'paused', 'on', 'off']);
    const facts = await findFacts();
    const turned = turnsIn(facts);
    expect(new Set(turned.map(({ recordingId }) => recordingId)).size).toBe(1);
    expect(facts.filter(({ type }) => type === 'recording.consent')).toHaveLength(2);
    await Promise.all([mentor.leave(), learner.leave()]);
  });

  it('writes each track as it was sent, with its place on one clock, and ends with the room', async () => {
    const { mentor, learner, turn, recordingId, mentoring } = await enter();
    const [audio, video] = await Promise.all([
      publishReal(mentor, 'microphone', 'sine=frequency=440'),
      publishReal(learner, 'camera', 'color=red:size=320x180:rate=25'),
    ]);
    await turn('on');
    const id = await recordingId();
    await arrived(id, 2);
    await writing(id, 2);
    await expect
      .poll(async () => {
        const times = await Promise.all(
          (await journals(id)).map((segment) => packetTimes(fileOf(segment)).catch(() => [])),
        );
        return Math.min(...times.map((each) => each.at(-1) ?? 0));
      })
      .toBeGreaterThan(2);
    await node.command({ type: 'closeRoom', roomCode: mentoring.roomCode, reason: 'ended' });
    await writing(id, 0);
    const segments = await journals(id);
    expect(segments.map(({ source, codec }) => [source, codec]).sort()).toEqual([
      ['camera', 'video/VP8'],
      ['microphone', 'audio/opus'],
    ]);
    for (const segment of segments) {
      const { streams } = await probe(fileOf(segment));
      expect(streams).toMatchObject([{ codec_name: segment.kind === 'audio' ? 'opus' : 'vp8' }]);
      const [first, ...later] = segment.anchors;
      expect(first?.fileMs).toBe(0);
      expect(later.length).toBeGreaterThan(0);
      const { sent } = segment.kind === 'audio' ? audio : video;
      const clockRate = segment.kind === 'audio' ? 48_000 : 90_000;
      /** By how much (ms) what the journal tells is off, were this the file's first packet. */
      const offFrom = (begin: (typeof sent)[number]) => {
        const packets = sent.map(({ timestamp, wallMs }) => {
          const fileMs = ((timestamp - begin.timestamp) / clockRate) * 1000;
          return { fileMs, wallMs, delayMs: wallMs - fileMs };
        });
        const offs = later.map(({ fileMs, wallMs }) => {
          // As many as the node looks at (media/recording/Segment.ts).
          const looked = packets.filter((each) => each.fileMs >= fileMs - 1).slice(0, 40);
          const inTime = looked.filter((each) => each.wallMs < (looked[0]?.wallMs ?? 0) + 2_000);
          return Math.abs(wallMs - fileMs - Math.min(...inTime.map(({ delayMs }) => delayMs)));
        });
        return Math.max(Math.abs(begin.wallMs - (first?.wallMs ?? 0)), ...offs);
      };
      // The clock by which it was sent, whenever it is looked at; a busy machine sends in bursts.
      expect(Math.min(...sent.map(offFrom))).toBeLessThan(100);
    }
    expect(await node.redis.exists(roomRecordingKey(mentoring.roomCode))).toBe(0);
    await Promise.all([audio.stop(), video.stop()]);
  });

  // FFmpeg's patience with a silent line is ten seconds unless it is told otherwise; what comes between takes longer.
  let muted: { id: string; since: number; by: number[] };
  it('begins to write a track of someone who is muted', async () => {
    const { mentor, turn, recordingId } = await enter();
    await mentor.produce('microphone', true);
    await turn('on');
    const id = await recordingId();
    await writing(id, 1);
    muted = { id, since: Date.now(), by: await writers(id) };
  });

  it.each(['video/VP8', 'video/VP9'] as const)(
    'writes a screen in %s that was shared before, and asks for a new picture when something of it is lost',
    async (codec) => {
      const { mentor, learner, turn, recordingId } = await enter();
      const screen = await publishReal(mentor, 'screen', 'color=red:size=320x180:rate=25', codec);
      await expect.poll(() => screen.sent.length).toBeGreaterThan(10);
      keyFramesAsked.length = 0;
      await turn('on');
      const id = await recordingId();
      await arrived(id);
      const [segment] = await journals(id);
      await lasts(segment!, 1);
      expect(await keyFramesAsked[0]?.()).toBe(0);
      screen.lose(3);
      await expect.poll(async () => keyFramesAsked[0]?.()).toBeGreaterThan(0);
      await turn('off');
      await writing(id, 0);
      const name = codec === 'video/VP8' ? 'vp8' : 'vp9';
      const file = fileOf(segment!);
      expect((await probe(file)).streams).toMatchObject([{ codec_name: name, width: 320, height: 180 }]);
      const [red = 0, green = 255, blue = 255] = await colourAt(file, 0, 100, 100);
      expect(red).toBeGreaterThan(200);
      expect(Math.max(green, blue)).toBeLessThan(60);
      await Promise.all([screen.stop(), mentor.leave(), learner.leave()]);
    },
  );

  it('stays with one file as long as they are muted', { timeout: 30_000 }, async () => {
    await expect.poll(() => Date.now() - muted.since, { timeout: 20_000 }).toBeGreaterThan(12_000);
    expect(await writers(muted.id)).toEqual(muted.by);
  });

  it('leaves out who does not agree, and takes them in when they do', async () => {
    const [mentoring, learning] = twoClaims();
    const mentor = await node.join(mentoring, { page: { mayRecord: true } });
    const learner = await node.join(learning, { page: { mayRecord: false } });
    const sent = [
      await publishReal(learner, 'microphone', 'sine=frequency=880'),
      await publishReal(mentor, 'microphone', 'sine=frequency=440'),
    ];
    await mentor.signalling.request('setRecording', { to: 'on' });
    const id = await recordingOf(mentoring);
    await arrived(id);
    expect((await journals(id)).map(({ userId }) => userId)).toEqual([mentoring.sub]);
    await learner.signalling.request('agreeToRecording', { agreed: true });
    await arrived(id, 2);
    await learner.signalling.request('agreeToRecording', { agreed: false });
    await writing(id, 1);
    await mentor.signalling.request('setRecording', { to: 'off' });
    await writing(id, 0);
    await Promise.all([...sent.map((each) => each.stop()), mentor.leave(), learner.leave()]);
  });

  it('goes on by itself when FFmpeg dies, when a worker dies, and after a pause', async () => {
    const { mentor, learner, turn, recordingId } = await enter();
    let sent = await publishReal(mentor, 'microphone', 'sine=frequency=440');
    await turn('on');
    const id = await recordingId();
    await arrived(id);
    const [killed] = await journals(id);
    await lasts(killed!, 0.5);
    const [first] = await writers(id);
    process.kill(first!, 'SIGKILL');
    await arrived(id, 2);
    expect((await probe(fileOf(killed!))).streams).toMatchObject([{ codec_name: 'opus' }]);
    const [worker] = await workerPids();
    process.kill(worker!, 'SIGKILL');
    await expect.poll(() => mentor.signalling.names()).toContain('mediaReset');
    await writing(id, 0);
    await sent.stop();
    await mentor.reopen();
    sent = await publishReal(mentor, 'microphone', 'sine=frequency=440');
    await arrived(id, 3);
    await turn('paused');
    await writing(id, 0);
    await turn('on');
    await arrived(id, 4);
    await turn('off');
    await writing(id, 0);
    await Promise.all([sent.stop(), mentor.leave(), learner.leave()]);
  });

  it('goes on where a node left off that was killed', async () => {
    const [mentoring] = twoClaims();
    const kept = { id: randomUUID(), state: 'on', by: mentoring.name };
    await node.redis.set(roomRecordingKey(mentoring.roomCode), JSON.stringify(kept));
    const mentor = await node.join(mentoring, { page: { mayRecord: true } });
    expect(mentor.place.recording).toEqual({ available: true, state: 'on', by: mentoring.name });
    const sent = await publishReal(mentor, 'microphone', 'sine=frequency=440');
    await arrived(kept.id);
    expect((await journals(kept.id)).map(({ userId }) => userId)).toEqual([mentoring.sub]);
    await mentor.signalling.request('setRecording', { to: 'off' });
    await writing(kept.id, 0);
    await Promise.all([sent.stop(), mentor.leave()]);
  });

  it('leaves no FFmpeg behind when its node is killed (ROOM-14)', async () => {
    const file = join(folder, 'killed.mkv');
    const dying = await startProcess('tests/support/recordUntilKilled.ts', { env: {}, args: [file] });
    await once(dying.child, 'message');
    const running = async () => {
      const { stdout } = await promisify(execFile)('ps', ['-eo', 'args=']);
      return stdout.split('\n').filter((line) => line.startsWith('ffmpeg') && line.includes(file)).length;
    };
    expect(await running()).toBe(1);
    dying.child.kill('SIGKILL');
    await expect.poll(running).toBe(0);
  });
});
