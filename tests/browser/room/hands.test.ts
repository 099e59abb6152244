import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { openLesson } from '../support/lesson.ts';
import { desktop, phone } from '../support/people.ts';
import { choose, openPeople } from '../support/peoplePanel.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Hands up');
});
afterAll(() => lesson.close());

test('a hand goes up for everyone, by a key, and the mentor lowers it (ROOM-7, ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  const hand = learner.page.getByRole('button', { name: 'Hand', exact: true });
  await learner.page.keyboard.press('h');
  const badge = mentor.page.locator('.tile').getByRole('img', { name: 'Hand raised, number 1 in line' });
  await badge.waitFor();
  await expect.poll(() => hand.getAttribute('aria-pressed')).toBe('true');
  await mentor.page.getByRole('button', { name: 'Hand', exact: true }).click();
  await mentor.page.locator('.tile').getByRole('img', { name: 'Hand raised, number 2 in line' }).waitFor();
  await choose(mentor.page, 'Lower hand');
  await expect.poll(() => hand.getAttribute('aria-pressed')).toBe('false');
  // Who was second is first now.
  await learner.page
    .locator('.tile--main')
    .getByRole('img', { name: 'Hand raised, number 1 in line' })
    .waitFor();
  await mentor.page.getByRole('button', { name: 'Hand', exact: true }).click();
});

test('a raised hand stays up over a lost socket (ROOM-13)', async () => {
  const { mentor, learner } = lesson;
  const hand = learner.page.getByRole('button', { name: 'Hand', exact: true });
  await hand.click();
  await learner.context.setOffline(true);
  await mentor.page.getByText('Reconnecting…').first().waitFor();
  await learner.context.setOffline(false);
  await learner.page.locator('[data-state="connected"]').waitFor({ state: 'attached' });
  expect(await hand.getAttribute('aria-pressed')).toBe('true');
  await mentor.page
    .locator('.tile--main')
    .getByRole('img', { name: /^Hand raised/ })
    .waitFor();
  await hand.click();
  await mentor.page
    .locator('.tile--main')
    .getByRole('img', { name: /^Hand raised/ })
    .waitFor({ state: 'detached' });
});

test('a reaction shows on the tile and is read out (ROOM-7)', async () => {
  const { mentor, learner } = lesson;
  await learner.page.getByRole('button', { name: 'React', exact: true }).click();
  const heart = learner.page.getByRole('button', { name: 'Love it' });
  await heart.click();
  await mentor.page.locator('.tile--main [data-reaction="heart"]').waitFor();
  await mentor.page.getByRole('status').filter({ hasText: ': Love it' }).waitFor({ state: 'attached' });
  await mentor.page.locator('[data-reaction="heart"]').waitFor({ state: 'detached' });
  await learner.page.keyboard.press('Escape');
  await heart.waitFor({ state: 'detached' });
});

test('people, hands and reactions are accessible in both themes, and fit a phone (WEB)', async () => {
  const { mentor, learner } = lesson;
  await learner.page.keyboard.press('h');
  for (const { page } of [mentor, learner]) {
    await openPeople(page);
    await page.getByRole('button', { name: 'React', exact: true }).click();
    await expectAccessible(page);
    await page.setViewportSize(phone);
    await expectAccessible(page, ['dark']);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(desktop);
    await page.getByRole('button', { name: 'React', exact: true }).click();
    await page.getByRole('heading', { name: /^People \(/ }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /^People \(/ }).waitFor({ state: 'detached' });
  }
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});
