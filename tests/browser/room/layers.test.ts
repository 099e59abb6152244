import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RoomClient } from '../../load/clients/RoomClient.ts';
import { openLesson } from '../support/lesson.ts';
import { arrivingMeanwhile, expectToSee, expectWidth, streamsOf } from '../support/mediaStats.ts';
import { desktop } from '../support/people.ts';
import { until } from '../support/until.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Layers that fit');
});
afterAll(() => lesson.close());

test('a large tile gets the highest layer, a small one the lowest, and back (ROOM-5)', async () => {
  const { page } = lesson.learner;
  await expectWidth(page, 1280);
  await page.setViewportSize({ width: 300, height: 190 });
  await expectWidth(page, 320);
  await page.setViewportSize({ width: 760, height: 560 });
  await expectWidth(page, 640);
  await page.setViewportSize(desktop);
  await expectWidth(page, 1280);
});

test('a picture that cannot be seen is not sent; the sound goes on (ROOM-5)', async () => {
  const { page } = lesson.learner;
  const tile = page.locator('.tile--main');
  await tile.evaluate((element: HTMLElement) => (element.style.display = 'none'));
  await until(
    'no picture arrives',
    () => arrivingMeanwhile(page, 'video'),
    (packets) => packets === 0,
  );
  await tile.evaluate((element: HTMLElement) => (element.style.display = ''));
  await expectToSee(page);
});

/** Chromium without a desktop has no picker, no moving screen and no sound of one: here a page of text that scrolls, and a tone. */
async function giveScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = (wish) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const paper = canvas.getContext('2d');
      if (!paper) throw new Error('nothing to draw on');
      let line = 0;
      setInterval(() => {
        paper.fillStyle = 'white';
        paper.fillRect(0, 0, 1280, 720);
        paper.fillStyle = 'black';
        line += 1;
        for (let row = 0; row < 30; row += 1)
          paper.fillText(`${line + row} const answer = 42;`, 20, row * 24);
      }, 66);
      const stream = canvas.captureStream(15);
      if (wish?.audio) {
        const sound = new AudioContext();
        const destination = sound.createMediaStreamDestination();
        const tone = sound.createOscillator();
        tone.connect(destination);
        tone.start();
        for (const track of destination.stream.getAudioTracks()) stream.addTrack(track);
      }
      return Promise.resolve(stream);
    };
  });
}

/** The part of the frames of a screen that reaches the learner while many are encoded. */
async function partOfFrames(): Promise<number> {
  const { mentor, learner } = lesson;
  const count = async () => {
    const [sent, got] = await Promise.all([
      streamsOf(mentor.page, 'outbound-rtp'),
      streamsOf(learner.page, 'inbound-rtp'),
    ]);
    const frames = ({ video }: typeof sent) => video.find(({ codec }) => codec === 'video/VP9')?.frames ?? 0;
    return { sent: frames(sent), got: frames(got) };
  };
  const before = await count();
  const after = await until('frames are encoded', count, ({ sent }) => sent > before.sent + 40);
  return (after.got - before.got) / (after.sent - before.sent);
}

test('a shared screen comes as VP9 in layers, fewer of them where it is small, and with its sound (ROOM-4)', async () => {
  const { mentor, learner } = lesson;
  await giveScreen(mentor.page);
  await mentor.page.getByRole('button', { name: 'Share', exact: true }).click();
  await until(
    'the screen is decoded from VP9',
    () => streamsOf(learner.page, 'inbound-rtp'),
    ({ video }) => video.some(({ codec, frames }) => codec === 'video/VP9' && frames > 5),
  );
  await until(
    'two sounds are heard, the voice and the tone',
    () => streamsOf(learner.page, 'inbound-rtp'),
    ({ audio }) => audio.filter((energy) => energy > 0).length === 2,
  );
  expect(await learner.page.locator('audio').count()).toBe(2);
  await until('all frames come', partOfFrames, (part) => part > 0.85);
  await learner.page.setViewportSize({ width: 360, height: 340 });
  await until('only lower layers come', partOfFrames, (part) => part < 0.7);
  await learner.page.setViewportSize(desktop);
});

test('someone who cannot decode VP9 sees the screen all the same; its sound ends with it (ROOM-4)', async () => {
  const { mentor } = lesson;
  const { mediaUrl, ticket } = await lesson.learnersTicket();
  const client = await RoomClient.join({ url: mediaUrl, ticket, page: { takeOver: true } });
  await expect.poll(() => client.packets('screen'), { timeout: 20_000 }).toBeGreaterThan(20);
  const sources = () => [...client.consumers.values()].map(({ source }) => source).sort();
  expect(sources()).toEqual(['camera', 'microphone', 'screen', 'screenAudio']);
  await mentor.page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect.poll(sources, { timeout: 15_000 }).toEqual(['camera', 'microphone']);
  client.close();
});
