import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evenStretches } from '../../api/recordings/rules.ts';
import type { RoomFact } from '../../media/contracts/facts.ts';
import { roomRecordingKey } from '../../media/contracts/recording.ts';
import { packetTimes, probe, publishReal, type Sent } from '../support/realMedia.ts';
import { startProcess } from '../support/startProcess.ts';
import { startRecorder, type Recorder } from './startRecorder.ts';
import { twoClaims, workerPids } from './startNode.ts';

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder.close());

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;

describe('the recording of a room (ROOM-12)', () => {
  it('is for the mentor to start, is told to all, and stays as facts', async () => {
    const { mentor, learner, turn, mentoring } = await recorder.enter();
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
      (await recorder.node.facts()).filter(({ sessionId }) => sessionId === mentoring.sessionId);
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
    const { mentor, learner, turn, recordingId, mentoring } = await recorder.enter();
    const [audio, video] = await Promise.all([
      publishReal(mentor, 'microphone', 'sine=frequency=440'),
      publishReal(learner, 'camera', 'color=red:size=320x180:rate=25'),
    ]);
    await turn('on');
    const id = await recordingId();
    await recorder.arrived(id, 2);
    await recorder.writing(id, 2);
    await expect
      .poll(async () => {
        const times = await Promise.all(
          (await recorder.journals(id)).map((segment) =>
            packetTimes(recorder.fileOf(segment)).catch(() => []),
          ),
        );
        return Math.min(...times.map((each) => each.at(-1) ?? 0));
      })
      .toBeGreaterThan(2);
    await recorder.node.command({ type: 'closeRoom', roomCode: mentoring.roomCode, reason: 'ended' });
    await recorder.writing(id, 0);
    const segments = await recorder.journals(id);
    expect(segments.map(({ source, codec }) => [source, codec]).sort()).toEqual([
      ['camera', 'video/VP8'],
      ['microphone', 'audio/opus'],
    ]);
    for (const segment of segments) {
      const { streams } = await probe(recorder.fileOf(segment));
      expect(streams).toMatchObject([{ codec_name: segment.kind === 'audio' ? 'opus' : 'vp8' }]);
      const [first, ...later] = segment.anchors;
      expect(first?.fileMs).toBe(0);
      expect(later.length).toBeGreaterThan(0);
      const { sent, takenMs } = segment.kind === 'audio' ? audio : video;
      const stretches = evenStretches(segment.anchors, later.at(-1)!.fileMs + 1);
      /** By how much (ms) what is made of the journal is off, were this the file's first packet. */
      const offFrom = (begin: Sent) => {
        const offs = stretches.map(({ fromMs, wallMs }) => wallMs - fromMs - takenMs(begin));
        return Math.max(...[begin.wallMs - (first?.wallMs ?? 0), ...offs].map(Math.abs));
      };
      expect(Math.min(...sent.map(offFrom))).toBeLessThan(100);
    }
    expect(await recorder.node.redis.exists(roomRecordingKey(mentoring.roomCode))).toBe(0);
    await Promise.all([audio.stop(), video.stop()]);
  });

  it('leaves out who does not agree, and takes them in when they do', async () => {
    const [mentoring, learning] = twoClaims();
    const mentor = await recorder.node.join(mentoring, { page: { mayRecord: true } });
    const learner = await recorder.node.join(learning, { page: { mayRecord: false } });
    const sent = [
      await publishReal(learner, 'microphone', 'sine=frequency=880'),
      await publishReal(mentor, 'microphone', 'sine=frequency=440'),
    ];
    await mentor.signalling.request('setRecording', { to: 'on' });
    const id = await recorder.recordingOf(mentoring);
    await recorder.arrived(id);
    expect((await recorder.journals(id)).map(({ userId }) => userId)).toEqual([mentoring.sub]);
    await learner.signalling.request('agreeToRecording', { agreed: true });
    await recorder.arrived(id, 2);
    await learner.signalling.request('agreeToRecording', { agreed: false });
    await recorder.writing(id, 1);
    await mentor.signalling.request('setRecording', { to: 'off' });
    await recorder.writing(id, 0);
    await Promise.all([...sent.map((each) => each.stop()), mentor.leave(), learner.leave()]);
  });

  it('goes on by itself when FFmpeg dies, when a worker dies, and after a pause', async () => {
    const { mentor, learner, turn, recordingId } = await recorder.enter();
    let sent = await publishReal(mentor, 'microphone', 'sine=frequency=440');
    await turn('on');
    const id = await recordingId();
    await recorder.arrived(id);
    const [killed] = await recorder.journals(id);
    await recorder.lasts(killed!, 0.5);
    const [first] = await recorder.writers(id);
    process.kill(first!, 'SIGKILL');
    await recorder.arrived(id, 2);
    expect((await probe(recorder.fileOf(killed!))).streams).toMatchObject([{ codec_name: 'opus' }]);
    const [worker] = await workerPids();
    process.kill(worker!, 'SIGKILL');
    await expect.poll(() => mentor.signalling.names()).toContain('mediaReset');
    await recorder.writing(id, 0);
    await sent.stop();
    await mentor.reopen();
    sent = await publishReal(mentor, 'microphone', 'sine=frequency=440');
    await recorder.arrived(id, 3);
    await turn('paused');
    await recorder.writing(id, 0);
    await turn('on');
    await recorder.arrived(id, 4);
    await turn('off');
    await recorder.writing(id, 0);
    await Promise.all([sent.stop(), mentor.leave(), learner.leave()]);
  });

  it('goes on where a node left off that was killed', async () => {
    const [mentoring] = twoClaims();
    const kept = { id: randomUUID(), state: 'on', by: mentoring.name };
    await recorder.node.redis.set(roomRecordingKey(mentoring.roomCode), JSON.stringify(kept));
    const mentor = await recorder.node.join(mentoring, { page: { mayRecord: true } });
    expect(mentor.place.recording).toEqual({ available: true, state: 'on', by: mentoring.name });
    const sent = await publishReal(mentor, 'microphone', 'sine=frequency=440');
    await recorder.arrived(kept.id);
    expect((await recorder.journals(kept.id)).map(({ userId }) => userId)).toEqual([mentoring.sub]);
    await mentor.signalling.request('setRecording', { to: 'off' });
    await recorder.writing(kept.id, 0);
    await Promise.all([sent.stop(), mentor.leave()]);
  });

  it('leaves no FFmpeg behind when its node is killed (ROOM-14)', async () => {
    const file = join(recorder.folder, 'killed.mkv');
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
