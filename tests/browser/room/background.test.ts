import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { openLesson } from '../support/lesson.ts';
import { expectToSee } from '../support/mediaStats.ts';
import { desktop, phone } from '../support/people.ts';
import { lookAt, type Look } from '../support/picture.ts';
import { until } from '../support/until.ts';

declare global {
  interface Window {
    cameras: MediaStreamTrack[];
  }
}

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('What is behind one');
  // Whether a camera's light is on.
  await lesson.learner.page.evaluate(() => {
    window.cameras = [];
    const { mediaDevices } = navigator;
    const native = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await native(wish);
      window.cameras.push(...stream.getVideoTracks());
      return stream;
    };
  });
});
afterAll(() => lesson.close());

const received = '.tile--main video';
const own = '.tile--over video';
const preview = '.preview video';
/** Where the fake camera writes the time, far from its moving figure, and where that figure is. */
const clock = { left: 0.08, top: 0, width: 0.27, height: 0.09 };
const figure = { left: 0.3, top: 0.2, width: 0.4, height: 0.6 };
const patience = { timeoutMs: 40_000 };

const isPlain = ({ colour: [red, green, blue], share }: Look) =>
  share > 0.6 && Math.abs(red - 109) < 24 && Math.abs(green - 98) < 24 && Math.abs(blue - 150) < 24;
const isRoom = ({ colour: [red, green, blue] }: Look) => red < 50 && green > 100 && blue < 50;
const expectPlain = (page: Page, video: string) =>
  until('the background is plain', () => lookAt(page, video), isPlain, patience);

async function choose(page: Page, background: 'None' | 'Blur' | 'Plain'): Promise<void> {
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText(background, { exact: true }).click();
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached' });
}
const liveCameras = (page: Page) =>
  page.evaluate(() => window.cameras.filter(({ readyState }) => readyState === 'live').length);

test('the other side gets the room blurred and the figure sharp, plain, and as it is again (ROOM-2)', async () => {
  const { mentor, learner } = lesson;
  const sharp = await lookAt(mentor.page, received, clock);
  const sharpFigure = await lookAt(learner.page, own, figure);
  const energyOfClock = async () => (await lookAt(mentor.page, received, clock)).energy;

  await choose(learner.page, 'Blur');
  await until('the room is blurred', energyOfClock, (energy) => energy < sharp.energy * 0.1, patience);
  // The segmenter takes the round figure for someone most of the time; it is looked at before a line makes it coarse.
  const isSharp = ({ energy }: Look) => energy > sharpFigure.energy * 0.25;
  await until('the figure is sharp', () => lookAt(learner.page, own, figure), isSharp, patience);
  await expectToSee(mentor.page);

  await choose(learner.page, 'Plain');
  await expectPlain(mentor.page, received);
  // The effect before let its camera go.
  await expect.poll(() => liveCameras(learner.page)).toBe(1);

  const camera = learner.page.getByRole('button', { name: 'Camera', exact: true });
  await camera.click();
  await mentor.page.locator(received).waitFor({ state: 'detached' });
  expect(await liveCameras(learner.page)).toBe(0);
  await camera.click();
  await mentor.page.locator(received).waitFor();
  await expectPlain(mentor.page, received);

  await learner.page.keyboard.press(',');
  const settings = learner.page.getByRole('dialog', { name: 'Settings' });
  const devices = settings.getByLabel('Camera', { exact: true });
  await devices.locator('option').nth(1).waitFor({ state: 'attached' });
  await devices.selectOption({ index: (await devices.locator('option').count()) - 1 });
  await expectAccessible(learner.page, ['light', 'dark'], '.dialog');
  await learner.page.keyboard.press('Escape');
  // The first one is let go once the second is sent.
  await expect.poll(() => liveCameras(learner.page)).toBe(1);
  await expectToSee(mentor.page);
  await expectPlain(mentor.page, received);

  await choose(learner.page, 'None');
  await until('the room is there', energyOfClock, (energy) => energy > sharp.energy * 0.3, patience);
});

test('before joining it is chosen on the picture, falls back where it cannot be had, and is remembered (ROOM-2)', async () => {
  const { page, problems } = lesson.learner;
  const background = page.getByRole('radiogroup', { name: 'Background' });
  const plain = background.getByText('Plain');
  const assets = '**/assets/background-*/**';
  await page.goto(lesson.path);
  await until('the room is shown', () => lookAt(page, preview), isRoom, patience);
  await page.route(assets, (route) => route.abort());
  await plain.click();
  await page.getByText('The background could not be prepared.').waitFor();
  await expect.poll(() => background.getByRole('radio', { name: 'None' }).isChecked()).toBe(true);
  expect(isRoom(await lookAt(page, preview))).toBe(true);

  await page.unroute(assets);
  await plain.click();
  await expectPlain(page, preview);
  await page.reload();
  // Its first picture is plain: nothing else is ever shown of a camera whose background is remembered.
  const first = await until(
    'a picture is there',
    () => lookAt(page, preview),
    ({ share }) => share > 0,
    patience,
  );
  expect(isRoom(first)).toBe(false);
  await expectAccessible(page, ['light'], '.preview');
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(desktop);
  expect(problems).toEqual([]);
});
