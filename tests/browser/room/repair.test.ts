import { afterAll, beforeAll, expect, test } from 'vitest';
import { killWorkers } from '../support/killWorkers.ts';
import { openLesson } from '../support/lesson.ts';
import { arrivingMeanwhile, expectToHear, expectToSee, expectToSeeAndHear } from '../support/mediaStats.ts';
import { shared, type Someone } from '../support/people.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Comes back by itself');
});
afterAll(() => lesson.close());

test('killing the mediasoup workers brings media back on both sides by itself (ROOM-14)', async () => {
  expect(killWorkers(shared.mediaPid)).toBeGreaterThan(0);
  await Promise.all([lesson.mentor, lesson.learner].map(({ page }) => expectToSeeAndHear(page)));
});

test('a muted microphone stays muted when the worker dies (ROOM-13)', async () => {
  const { mentor, learner } = lesson;
  const microphone = mentor.page.getByRole('button', { name: 'Mic', exact: true });
  const mark = learner.page.getByRole('img', { name: 'muted' });
  await microphone.click();
  await mark.waitFor();
  killWorkers(shared.mediaPid);
  await expectToSee(learner.page);
  expect(await mark.isVisible()).toBe(true);
  expect(await microphone.getAttribute('aria-pressed')).toBe('false');
  expect(await arrivingMeanwhile(learner.page, 'audio')).toBe(0);

  await mentor.page.keyboard.press('m');
  await expectToHear(learner.page);
  await mark.waitFor({ state: 'detached' });
});

test('a dropped network is said at once, and the place is taken up again (ROOM-13)', async () => {
  const { mentor, learner } = lesson;
  await learner.context.setOffline(true);
  await expectState(learner, 'reconnecting');
  await mentor.page.getByText('Reconnecting…').first().waitFor();
  await learner.context.setOffline(false);
  await expectState(learner, 'connected');
  await mentor.page.getByText('Reconnecting…').first().waitFor({ state: 'detached' });
  await Promise.all([mentor, learner].map(({ page }) => expectToSeeAndHear(page)));
});

test('who leaves can come back (ROOM-1)', async () => {
  const { mentor, learner } = lesson;
  await learner.page.getByRole('button', { name: 'Leave the lesson' }).click();
  await learner.page.getByRole('heading', { name: 'You left the lesson' }).waitFor();
  await mentor.page.getByText('You are the first one here').waitFor();
  await learner.page.getByRole('button', { name: 'Rejoin' }).click();
  await learner.page.getByRole('button', { name: 'Join now' }).click();
  await Promise.all([mentor, learner].map(({ page }) => expectToSeeAndHear(page)));
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});

async function expectState({ page }: Someone, state: string): Promise<void> {
  await page.locator(`[data-state="${state}"]`).waitFor({ state: 'attached' });
}
