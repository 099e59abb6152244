import { afterAll, beforeAll, test } from 'vitest';
import { openLesson } from '../support/lesson.ts';
import { arrivingMeanwhile, expectToSee, expectWidth } from '../support/mediaStats.ts';
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
