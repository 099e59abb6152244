import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { enter, openLesson } from '../support/lesson.ts';
import { arrivingMeanwhile, expectLines, expectToSee } from '../support/mediaStats.ts';
import { desktop, phone } from '../support/people.ts';
import { until } from '../support/until.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Quality that shows');
});
afterAll(() => lesson.close());

const panelOf = () => lesson.learner.page.getByRole('complementary', { name: 'Connection' });

test('everyone sees how everyone is connected, and Q opens what was measured (ROOM-15)', async () => {
  const { page } = lesson.learner;
  const mark = page
    .locator('.tile--main')
    .getByRole('img', { name: /^Connection: (good|fair|poor); \d+% loss/ });
  await mark.waitFor();
  await page.keyboard.press('q');
  const panel = panelOf();
  await panel.getByRole('heading', { name: 'Connection', exact: true }).waitFor();
  const camera = panel.locator('[data-peer] [data-source="camera"]');
  const shown = async () => (await camera.innerText()).replaceAll('\n', ' ');
  const first = await until('the figures are real', shown, (text) => /\d+×\d+ · \d+ fps · VP8/.test(text));
  await until('the figures move', shown, (text) => text !== first);
  expect(await panel.getByText('Directly (UDP)').isVisible()).toBe(true);
  await expectAccessible(page, ['light', 'dark'], '.room-panel');
});

test('data saver and sound only hold for what arrives, by keyboard, and are remembered (ROOM-5)', async () => {
  const { page } = lesson.learner;
  await expectLines(page, { atLeast: 400 });
  await panelOf().getByRole('radio', { name: /^Auto/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(
    await panelOf()
      .getByRole('radio', { name: /^Data saver/ })
      .isChecked(),
  ).toBe(true);
  await expectLines(page, { atMost: 360 });
  // What is sent obeys too.
  await expectLines(lesson.mentor.page, { atMost: 360 });
  await panelOf()
    .getByRole('radio', { name: /^Sound only/ })
    .check();
  await page.locator('.tile--main video').waitFor({ state: 'detached' });
  await until(
    'no picture arrives',
    () => arrivingMeanwhile(page, 'video'),
    (packets) => packets === 0,
  );
  await page.getByText('Sound only: videos and shared screens are not received.').waitFor();
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, ['dark'], '.room-panel');
  await page.keyboard.press('Escape');
  await panelOf().waitFor({ state: 'detached' });
  await page.setViewportSize(desktop);
  await enter(page, lesson.path);
  await page.getByRole('button', { name: 'Show videos' }).click();
  await expectToSee(page);
  expect([...lesson.mentor.problems, ...lesson.learner.problems]).toEqual([]);
});
