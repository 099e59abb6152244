import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { liveEvents } from '../../api/contracts/events.ts';
import { recordings } from '../../api/contracts/recordings.ts';
import {
  cleanRecordings,
  composeRecording,
  recordRecording,
  removeRecording,
} from '../../api/recordings/index.ts';
import type { SegmentHead } from '../../media/contracts/recording.ts';
import { buildBooking, buildSession, buildUser, testPassword } from '../support/builders.ts';
import { outboxRows } from '../support/outboxRows.ts';
import { colourAt, loudness, probe } from '../support/realMedia.ts';
import { turnedFact, writeTrack } from '../support/recordedTracks.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

const run = promisify(execFile);
const t0 = Date.parse('2026-11-21T10:00:00.000Z');
const at = (ms: number) => new Date(t0 + ms).toISOString();
const dayMs = 24 * 3_600_000;
/** Five tracks are encoded and composed, which takes a busy machine its time. */
const composingMs = 240_000;

let api: TestApi;
let folder: string;
let mentor: User;
let learner: User;
let sessionId: string;
const title = 'From loops to closures';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peerlearn-compose-'));
  api = await startTestApi({ RECORDINGS_DIR: folder });
  mentor = await buildUser(api.knex, { role: 'mentor', name: 'Ravi Iyer' });
  learner = await buildUser(api.knex, { name: 'आशा वर्मा' });
  sessionId = (await buildSession(api.knex, { mentorId: mentor.id, state: 'live', title })).id;
  await buildBooking(api.knex, { sessionId, learnerId: learner.id });
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const turned = (recordingId: string, to: Parameters<typeof turnedFact>[0]['to'], atMs: number) =>
  turnedFact({ sessionId, recordingId, to, byUserId: mentor.id }, t0 + atMs);

async function writeLesson(): Promise<string> {
  const recordingId = randomUUID();
  const track = (user: User, source: SegmentHead['source'], begins: number, ...lavfi: string[]) =>
    writeTrack({ folder, recordingId, user, source, beginsMs: t0 + begins }, ...lavfi);
  // Three seconds of black and silence, then the picture is white and larger, and there is a tone.
  const flash = ['color=black:size=320x180:rate=25:d=3', 'color=white:size=640x360:rate=25:d=3'];
  await track(mentor, 'camera', 0, ...flash);
  await track(mentor, 'microphone', 1_000, "aevalsrc='if(gte(t,2),sin(440*2*PI*t)*0.3,0)':d=5:s=48000");
  await track(learner, 'microphone', 0, 'sine=frequency=880:d=6');
  await track(learner, 'camera', 500, 'color=blue:size=320x180:rate=15:d=4');
  await track(mentor, 'screen', 2_000, 'color=lime:size=640x360:rate=5:d=4');
  for (const fact of [turned(recordingId, 'on', 0), turned(recordingId, 'paused', 6_000)])
    await recordRecording(api.knex, fact);
  return recordingId;
}
const list = async (user: User) =>
  (await (await api.as(user)).get(recordings, `/api/sessions/${sessionId}/recordings`)).items;
const noTicks = () => Promise.resolve([]);
const composed = (id: string) => join(folder, `${id}.composed`);
const words = async (file: string, args: string[]) =>
  (await run('ffmpeg', ['-hide_banner', '-i', file, ...args, '-f', 'null', '-'])).stderr;

describe('the composed recording of a lesson (ROOM-12)', () => {
  it(
    'has both tones, both pictures and the screen, in step, with chapters, as long as it was recorded',
    async () => {
      const id = await writeLesson();
      const off = turned(id, 'off', 9_000);
      await recordRecording(api.knex, off);
      await recordRecording(api.knex, off);
      const jobs = await api
        .knex('outbox')
        .where({ name: 'recording.compose' })
        .whereLike('payload', `%${id}%`);
      expect(jobs).toHaveLength(1);
      // A worker that stops in the middle leaves all for the next.
      const stopped = AbortSignal.abort();
      await expect(composeRecording(api, id, stopped, noTicks)).rejects.toThrow();
      expect((await list(learner)).map(({ state }) => state)).toContain('composing');
      const ticks = [
        { at: at(-5_000), title: 'Before the recording' },
        { at: at(1_000), title: 'Loops' },
        { at: at(2_500), title: 'Closures = fun' },
      ];
      const chapters = [
        { atMs: 1_000, title: 'Loops' },
        { atMs: 2_500, title: 'Closures = fun' },
      ];
      await composeRecording(api, id, undefined, () => Promise.resolve(ticks));
      await composeRecording(api, id, undefined, noTicks);

      const told = (await outboxRows(api.knex, 'recording.changed', id)).map(
        ({ payload }) => liveEvents['recording.changed'].parse(payload).progress,
      );
      expect(told.filter((progress) => progress > 0 && progress < 100).length).toBeGreaterThan(1);
      expect(told).toEqual(told.toSorted((one, other) => one - other));
      const file = composed(id);
      const found = await probe(file);
      // QuickTime's players find the chapters in a track of data.
      const types = found.streams.map(({ codec_type: type }) => type).filter((type) => type !== 'data');
      expect(types.sort()).toEqual(['audio', 'video']);
      expect(Math.abs(Number(found.format.duration) - 6)).toBeLessThan(0.5);
      expect(found.chapters.map(({ start_time: start, tags }) => [Number(start), tags.title])).toEqual([
        [0, title],
        [1, 'Loops'],
        [2.5, 'Closures = fun'],
      ]);
      const [before, after, other] = await Promise.all([
        loudness(file, 440, 1, 1),
        loudness(file, 440, 4, 1),
        loudness(file, 880, 1, 1),
      ]);
      expect(after - before).toBeGreaterThan(20);
      expect(other).toBeGreaterThan(-40);
      // Mentor above, learner below, at the right; the screen has the rest.
      const [red = 0, green = 0, blue = 0] = await colourAt(file, 4, 1120, 230);
      expect([red > 200, green > 200, blue > 200]).toEqual([true, true, true]);
      const [learnerRed = 255, , learnerBlue = 0] = await colourAt(file, 2, 1120, 410);
      expect([learnerRed < 60, learnerBlue > 200]).toEqual([true, true]);
      const [, screenGreen = 0, screenBlue = 255] = await colourAt(file, 3, 480, 400);
      expect([screenGreen > 200, screenBlue < 60]).toEqual([true, true]);
      // Their camera is off by then: a card in their place.
      const [, , cardBlue = 255] = await colourAt(file, 5.5, 1000, 400);
      expect(cardBlue).toBeLessThan(90);

      const seen = await words(file, ['-an', '-vf', 'crop=300:100:970:190,blackdetect=d=0.5:pix_th=0.3']);
      const heard = await words(file, [
        '-vn',
        '-af',
        'bandpass=f=440:width_type=h:width=60,silencedetect=n=-35dB:d=0.5',
      ]);
      const whiteAt = Number(/black_end:([\d.]+)/.exec(seen)?.[1]);
      const toneAt = Number(/silence_end: ([\d.]+)/.exec(heard)?.[1]);
      expect(Math.abs(whiteAt - toneAt)).toBeLessThan(0.08);
      expect(Math.abs(whiteAt - 3)).toBeLessThan(0.08);

      expect((await readdir(folder)).filter((name) => name.startsWith(id))).toEqual([`${id}.composed`]);
      const [item] = (await list(learner)).filter((each) => each.id === id);
      expect(item).toMatchObject({ state: 'ready', progress: 100, durationMs: 6_000, chapters });
      expect(item?.stretches).toEqual([{ from: at(0), atMs: 0, lengthMs: 6_000 }]);
      const part = await fetch(`${api.url}${item?.url ?? ''}`, { headers: { Range: 'bytes=4-7' } });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-7/${item?.bytes}`]);
      expect((await fetch(`${api.url}${item?.url?.replace(/.$/, '_') ?? ''}`)).status).toBe(403);

      await cleanRecordings(api, new Date(Date.now() + 89 * dayMs));
      expect((await list(mentor)).find((each) => each.id === id)?.state).toBe('ready');
      await cleanRecordings(api, new Date(Date.now() + 91 * dayMs));
      expect((await list(mentor)).find((each) => each.id === id)).toMatchObject({
        state: 'expired',
        url: null,
      });
      expect((await readdir(folder)).filter((name) => name.startsWith(id))).toEqual([]);
    },
    composingMs,
  );

  it(
    'is WebM where nothing encodes H.264',
    async () => {
      const tools = join(folder, 'tools');
      await mkdir(tools);
      const script =
        '#!/bin/sh\ncase "$*" in *-encoders*) echo " V libvpx " ;; *) exec ffmpeg "$@" ;; esac\n';
      await writeFile(join(tools, 'ffmpeg'), script, { mode: 0o755 });
      await writeFile(join(tools, 'ffprobe'), '#!/bin/sh\nexec ffprobe "$@"\n', { mode: 0o755 });
      const recordingId = randomUUID();
      const track = { folder, recordingId, user: mentor, beginsMs: t0 };
      await writeTrack({ ...track, source: 'camera' }, 'color=red:size=320x180:rate=10:d=2');
      await writeTrack({ ...track, source: 'microphone' }, 'sine=frequency=440:d=2');
      for (const fact of [turned(recordingId, 'on', 0), turned(recordingId, 'off', 2_000)])
        await recordRecording(api.knex, fact);
      const recording = { ...api.settings.recording, ffmpeg: join(tools, 'ffmpeg') };
      const context = { ...api, settings: { ...api.settings, recording } };
      await composeRecording(context, recordingId, undefined, noTicks);
      const { streams, format } = await probe(composed(recordingId));
      expect(streams.map(({ codec_name: name }) => name).sort()).toEqual(['opus', 'vp8']);
      expect(Math.abs(Number(format.duration) - 2)).toBeLessThan(0.5);
      const item = (await list(mentor)).find((each) => each.id === recordingId);
      const answer = await fetch(`${api.url}${item?.url ?? ''}`);
      expect(answer.headers.get('content-type')).toBe('video/webm');
      await answer.body?.cancel();
      await rm(tools, { recursive: true });
    },
    composingMs,
  );

  it('is told when it cannot be composed, and done again when the mentor asks', async () => {
    const id = randomUUID();
    for (const fact of [turned(id, 'on', 0), turned(id, 'off', 1_000)]) await recordRecording(api.knex, fact);
    await composeRecording(api, id, undefined, noTicks);
    expect((await list(mentor)).find((each) => each.id === id)?.state).toBe('failed');
    const again = `/api/recordings/${id}/compose`;
    expect((await fetch(`${api.url}${again}`, { method: 'POST' })).status).toBe(401);
    await (await api.as(mentor)).post(z.void(), again);
    expect((await list(mentor)).find((each) => each.id === id)?.state).toBe('composing');
  });

  it('is composed of what is there when its media node is gone for good', async () => {
    const id = randomUUID();
    await recordRecording(api.knex, turned(id, 'on', 0));
    await api.knex('sessions').where({ id: sessionId }).update({ state: 'completed' });
    await cleanRecordings(api, new Date(t0 + 5 * 60_000));
    expect((await list(mentor)).find((each) => each.id === id)?.state).toBe('recording');
    await cleanRecordings(api, new Date(t0 + 11 * 60_000));
    expect((await list(mentor)).find((each) => each.id === id)?.state).toBe('composing');
    // Its job is gone, too: whose lesson it was can have it tried again.
    await cleanRecordings(api, new Date(t0 + 3 * dayMs));
    expect((await list(mentor)).find((each) => each.id === id)?.state).toBe('failed');
  });

  it('goes with the account of someone who is in it (WEB-6)', async () => {
    const leaver = await buildUser(api.knex);
    const id = randomUUID();
    await recordRecording(api.knex, turned(id, 'on', 0));
    const { nodeId, roomCode } = turned(id, 'on', 0);
    await recordRecording(api.knex, {
      ...{ type: 'recording.segment', id: randomUUID(), at: at(0), nodeId, roomCode, sessionId },
      ...{ recordingId: id, segmentId: randomUUID(), source: 'microphone', peerId: randomUUID() },
      ...{ userId: leaver.id, role: 'learner' },
    });
    await api.knex('recordings').where({ id }).update({ state: 'ready', type: 'video/mp4' });
    await writeFile(composed(id), 'a film');
    await (await api.as(leaver)).post(z.void(), '/api/profile/delete', { password: testPassword });
    expect((await list(mentor)).find((each) => each.id === id)).toMatchObject({
      state: 'expired',
      url: null,
    });
    expect(await outboxRows(api.knex, 'recording.remove', id)).toHaveLength(1);
    await removeRecording(api, id);
    expect((await readdir(folder)).filter((name) => name.startsWith(id))).toEqual([]);
    expect(await api.knex('recording_segments').where({ user_id: leaver.id })).toEqual([]);
  });
});
