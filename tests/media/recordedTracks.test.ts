import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSegments } from '../../api/recordings/findSegments.ts';
import { evenStretches } from '../../api/recordings/rules.ts';
import { brightenings } from '../support/marks.ts';
import { colourAt, probe, publishReal } from '../support/realMedia.ts';
import { watchInside } from './insideWorkers.ts';
import { startRecorder, type Recorder } from './startRecorder.ts';

let recorder: Recorder;
/** Of each consumer of a picture: how many key frames it was asked for by the node. */
let keyFramesAsked: (() => number)[] = [];
beforeAll(async () => {
  watchInside((consumer) => {
    if (consumer.kind !== 'video') return;
    let asked = 0;
    const ask = consumer.requestKeyFrame.bind(consumer);
    consumer.requestKeyFrame = () => {
      asked += 1;
      return ask();
    };
    keyFramesAsked.push(() => asked);
  });
  recorder = await startRecorder();
});
afterAll(() => recorder.close());

describe('what is written of a track (ROOM-12)', () => {
  // FFmpeg's patience with a silent line is ten seconds unless it is told otherwise; what comes between takes longer.
  let muted: { id: string; since: number; by: number[] };
  it('begins to write a track of someone who is muted', async () => {
    const { mentor, turn, recordingId } = await recorder.enter();
    await mentor.produce('microphone', true);
    await turn('on');
    const id = await recordingId();
    await recorder.writing(id, 1);
    muted = { id, since: Date.now(), by: await recorder.writers(id) };
  });

  it.each(['video/VP8', 'video/VP9'] as const)(
    'writes a screen in %s that was shared before, and asks for a new picture when something of it is lost',
    async (codec) => {
      const { mentor, learner, turn, recordingId } = await recorder.enter();
      const screen = await publishReal(mentor, 'screen', 'color=red:size=320x180:rate=25', { codec });
      await expect.poll(() => screen.sent.length).toBeGreaterThan(10);
      keyFramesAsked = [];
      await turn('on');
      const id = await recordingId();
      await recorder.arrived(id);
      const [segment] = await recorder.journals(id);
      await recorder.lasts(segment!, 1);
      const asked = () => keyFramesAsked.reduce((sum, each) => sum + each(), 0);
      expect(asked()).toBe(0);
      screen.lose(3);
      await expect.poll(asked).toBeGreaterThan(0);
      await turn('off');
      await recorder.writing(id, 0);
      const name = codec === 'video/VP8' ? 'vp8' : 'vp9';
      expect((await probe(recorder.fileOf(segment!))).streams).toMatchObject([
        { codec_name: name, width: 320, height: 180 },
      ]);
      const place = { folder: join(recorder.folder, id), scratch: recorder.folder, signal: undefined };
      const found = await findSegments('ffmpeg', place);
      expect(found).toMatchObject([{ source: 'screen', kind: 'video' }]);
      const [red = 0, green = 255, blue = 255] = await colourAt(found[0]!.file, 0.5, 100, 100);
      expect(red).toBeGreaterThan(200);
      expect(Math.max(green, blue)).toBeLessThan(60);
      await Promise.all([screen.stop(), mentor.leave(), learner.leave()]);
    },
  );

  it('knows when pictures were taken, however long they took to come', async () => {
    const { mentor, learner, turn, recordingId } = await recorder.enter();
    const dark = "drawbox=color=black:t=fill:enable='lt(mod(t,2),1)'";
    const camera = await publishReal(mentor, 'camera', `color=yellow:size=320x180:rate=25,${dark}`, {
      lateMs: 400,
    });
    // The SFU knows a sender's clock from its third report on.
    await expect.poll(() => camera.sent.length).toBeGreaterThan(25);
    await turn('on');
    const id = await recordingId();
    await recorder.arrived(id);
    const [opened] = await recorder.journals(id);
    await recorder.lasts(opened!, 5);
    await turn('off');
    await recorder.writing(id, 0);
    const [segment] = await recorder.journals(id);
    const [stretch] = evenStretches(segment!.anchors, 5_000);
    const beganMs = camera.takenMs(camera.sent[0]!);
    const seen = await brightenings(recorder.fileOf(segment!), '320:180:0:0');
    expect(seen.length).toBeGreaterThan(1);
    for (const seconds of seen) {
      const sinceBegin = (stretch?.wallMs ?? 0) + seconds * 1_000 - beganMs;
      expect(Math.abs((sinceBegin % 2_000) - 1_000)).toBeLessThan(100);
    }
    await Promise.all([camera.stop(), mentor.leave(), learner.leave()]);
  });

  it('stays with one file as long as they are muted', { timeout: 30_000 }, async () => {
    await expect.poll(() => Date.now() - muted.since, { timeout: 20_000 }).toBeGreaterThan(12_000);
    expect(await recorder.writers(muted.id)).toEqual(muted.by);
  });
});
