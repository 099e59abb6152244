import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { giveGift } from '../support/giveGift.ts';
import { openLesson } from '../support/lesson.ts';
import { expectToSee } from '../support/mediaStats.ts';
import { desktop, phone } from '../support/people.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Controls that do what they say');
});
afterAll(() => lesson.close());

test('the camera goes off and on again for the other side (ROOM-7)', async () => {
  const { mentor, learner } = lesson;
  const camera = mentor.page.getByRole('button', { name: 'Camera', exact: true });
  const picture = learner.page.locator('.tile--main video');
  await camera.click();
  await picture.waitFor({ state: 'detached' });
  expect(await camera.getAttribute('aria-pressed')).toBe('false');
  await mentor.page.keyboard.press('v');
  await picture.waitFor();
  await expectToSee(learner.page);
});

test('a shared screen takes the stage and leaves it (ROOM-4, ROOM-6)', async () => {
  const { mentor, learner } = lesson;
  const share = mentor.page.getByRole('button', { name: 'Share', exact: true });
  const screen = learner.page.locator('.tile--main[data-source="screen"]');
  await share.click();
  await screen.locator('video').waitFor();
  await expect
    .poll(() => screen.locator('video').evaluate((video) => (video as HTMLVideoElement).videoWidth), {
      timeout: 15_000,
    })
    .toBeGreaterThan(0);
  expect(await share.getAttribute('aria-pressed')).toBe('true');
  await share.click();
  await screen.waitFor({ state: 'detached' });
});

test('a gift is thanked for as soon as it is received (PAY-6)', async () => {
  const { mentor, learner, sessionId, learnerId } = lesson;
  await giveGift({ sessionId, fromUserId: learnerId, amountPaise: 5_000 });
  await mentor.page.getByText('has given you ₹50.').waitFor();
  await learner.page.getByText('has your gift of ₹50.').waitFor();
});

test('the room is accessible in both themes, and fits a phone (WEB, look and feel)', async () => {
  const { page } = lesson.learner;
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page, ['dark']);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(desktop);
  expect([...lesson.mentor.problems, ...lesson.learner.problems]).toEqual([]);
});
