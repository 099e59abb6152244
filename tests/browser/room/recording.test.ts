import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordings } from '../../../api/contracts/recordings.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { callApiAs } from '../support/callApi.ts';
import { giveScreen } from '../support/giveScreen.ts';
import { openLesson } from '../support/lesson.ts';
import { shared } from '../support/people.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('A lesson to keep');
});
// The test has ended the lesson.
afterAll(() => Promise.all([lesson.mentor.close(), lesson.learner.close()]));

test('a lesson is recorded for all to see, and watched on its page (ROOM-12)', async () => {
  const { mentor, learner, sessionId } = lesson;
  await giveScreen(mentor.page);
  await mentor.page.keyboard.press('s');
  await mentor.page.keyboard.press('d');
  await mentor.page.getByRole('button', { name: 'Start recording' }).click();
  const dot = learner.page.locator('.recording-dot');
  await dot.getByText('Recording').waitFor();
  await learner.page
    .getByRole('status')
    .getByText(/is being recorded/)
    .waitFor({ state: 'attached' });
  await expectAccessible(learner.page, ['light'], '.recording-dot');
  await mentor.page.keyboard.press('d');
  await mentor.page.getByRole('button', { name: 'Pause recording' }).click();
  await dot.getByText('Recording paused').waitFor();
  await mentor.page.keyboard.press('d');
  await mentor.page.getByRole('button', { name: 'Resume recording' }).click();
  await dot.getByText('Recording', { exact: true }).waitFor();
  await lesson.end();

  const asLearner = await callApiAs(shared.url, 'learner');
  const list = async () =>
    recordings.parse(await asLearner('GET', `/api/sessions/${sessionId}/recordings`)).items;
  await expect
    .poll(async () => (await list()).map(({ state }) => state), { timeout: 60_000 })
    .toEqual(['ready']);
  await learner.page.goto(`/sessions/${sessionId}`);
  await learner.page.getByText(/^Kept until/).waitFor();
  const player = learner.page.getByRole('group', { name: 'Recording' });
  await player.getByRole('button', { name: 'Play' }).click();
  const time = () => player.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  await expect.poll(time).toBeGreaterThan(0);
  await expectAccessible(learner.page, ['light'], '.recording-player');
});
