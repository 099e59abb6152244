import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { recordings, type Recording } from '../../../api/contracts/recordings.ts';
import { colourAt, probe } from '../../support/realMedia.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { callApiAs } from '../support/callApi.ts';
import { giveScreen } from '../support/giveScreen.ts';
import { openLesson } from '../support/lesson.ts';
import { shared } from '../support/people.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('A lesson to keep');
});
// The first test has ended the lesson.
afterAll(() => Promise.all([lesson.mentor.close(), lesson.learner.close()]));

/** The composed file: as long as it says, with sound, and with the page that was shared. */
async function expectWhole({ id, durationMs }: Recording): Promise<void> {
  const { PEERLEARN_DATA_DIR: dataDir = '' } = shared.productEnv;
  const file = join(dataDir, 'recordings', `${id}.composed`);
  const { streams, format } = await probe(file);
  expect(streams).toContainEqual(expect.objectContaining({ codec_type: 'video', width: 1280, height: 720 }));
  expect(streams).toContainEqual(expect.objectContaining({ codec_type: 'audio' }));
  const seconds = Number(format.duration);
  expect(Math.abs(seconds - (durationMs ?? 0) / 1000)).toBeLessThan(0.5);
  const page = await colourAt(file, seconds - 1, 700, 400);
  expect(Math.min(...page)).toBeGreaterThan(200);
}

test('a lesson is recorded for all to see, with those who agree (ROOM-12)', async () => {
  const { mentor, learner } = lesson;
  await giveScreen(mentor.page);
  await mentor.page.keyboard.press('s');
  const record = async (act: string) => {
    const dialog = mentor.page.getByRole('dialog');
    await mentor.page.keyboard.press('d');
    await dialog.getByRole('button', { name: act }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await record('Start recording');
  const dot = learner.page.locator('.recording-dot');
  await dot.getByText('Recording').waitFor();
  await learner.page
    .getByRole('status')
    .getByText(/is being recorded/)
    .waitFor({ state: 'attached' });
  const question = learner.page.getByRole('region', { name: 'Question about the recording' });
  await question.getByText(/May you be recorded/).waitFor();
  await expectAccessible(learner.page, ['light', 'dark'], '.recording-question');
  await question.getByRole('button', { name: 'Record me too' }).click();
  await question.getByText(/May you be recorded/).waitFor({ state: 'detached' });

  await record('Pause recording');
  await dot.getByText('Recording paused').waitFor();
  await record('Resume recording');
  await dot.getByText('Recording', { exact: true }).waitFor();
  await mentor.page.keyboard.press('t');
  await mentor.page.getByRole('checkbox', { name: 'Iterators' }).check();
  await learner.page.keyboard.press('c');
  const panel = learner.page.getByRole('complementary', { name: 'Chat' });
  await panel.getByRole('textbox').fill('Now I see');
  await learner.page.keyboard.press('Enter');
  await panel.getByText('Now I see').waitFor();
  await record('Stop recording');
  await dot.waitFor({ state: 'detached' });
});

test('after the lesson it is prepared, and watched with its chat and topics on one clock (ROOM-12, ROOM-17)', async () => {
  const { learner, sessionId } = lesson;
  await lesson.end();
  await learner.page.goto(`/sessions/${sessionId}`);
  await learner.page.getByText(/^Kept until/).waitFor({ timeout: 90_000 });
  const asLearner = await callApiAs(shared.url, 'learner');
  const { items } = recordings.parse(await asLearner('GET', `/api/sessions/${sessionId}/recordings`));
  expect(items).toMatchObject([{ state: 'ready', chapters: [{ title: 'Iterators' }] }]);
  await expectWhole(items[0]!);

  const player = learner.page.getByRole('group', { name: 'Recording' });
  const video = player.locator('video');
  const time = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  const replay = learner.page.locator('.replay');
  await replay.getByText('Nothing had been written by then.').waitFor();
  await player.getByRole('button', { name: 'Play' }).click();
  await expect.poll(time).toBeGreaterThan(0);
  await player.getByRole('button', { name: 'Pause' }).click();
  await replay.getByRole('button', { name: /^Iterators/ }).click();
  const [chapter] = items[0]?.chapters ?? [];
  await expect.poll(time).toBeCloseTo((chapter?.atMs ?? 0) / 1000, 1);
  await player.getByText('Iterators').waitFor();
  await player.getByRole('slider').press('End');
  await replay.getByText('Now I see').waitFor();
  await replay.getByRole('button', { name: /^Go to .* wrote this$/ }).click();
  const end = (items[0]?.durationMs ?? 0) / 1000;
  await expect.poll(time).toBeLessThan(end - 0.05);
  await expectAccessible(learner.page, ['light', 'dark'], '.replay');
});
