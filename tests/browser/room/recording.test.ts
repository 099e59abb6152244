import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordings, type Recording } from '../../../api/contracts/recordings.ts';
import { beginnings, brightenings, lag } from '../../support/marks.ts';
import { colourAt, probe } from '../../support/realMedia.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { callApiAs } from '../support/callApi.ts';
import { drawOnBoard, inkOf } from '../support/drawOnBoard.ts';
import { giveMarks } from '../support/giveMarks.ts';
import { giveScreen } from '../support/giveScreen.ts';
import { enter, makeLiveLesson } from '../support/lesson.ts';
import { expectToSeeAndHear } from '../support/mediaStats.ts';
import { openPerson, shared, type Someone } from '../support/people.ts';

/** How long (seconds) the lesson is at least; a long one shows that nothing runs apart: `RECORDED_SECONDS=120 npm test -- room …`. */
const leastSeconds = Number(process.env.RECORDED_SECONDS ?? 0);
const patience = { timeout: 240_000 + leastSeconds * 5_000 };

let lesson: Awaited<ReturnType<typeof makeLiveLesson>>;
let mentor: Someone;
let learner: Someone;
/** When (ms since the epoch) something was begun, and done. */
const done: Record<'start' | 'tick' | 'stop', [number, number]> = {
  start: [0, 0],
  tick: [0, 0],
  stop: [0, 0],
};
const noting = async (what: keyof typeof done, act: () => Promise<unknown>) => {
  const since = Date.now();
  await act();
  done[what] = [since, Date.now()];
};

beforeAll(async () => {
  lesson = await makeLiveLesson('A lesson to keep');
  [mentor, learner] = await Promise.all([openPerson('mentor'), openPerson('learner')]);
  // The screen sounds at 440.
  await giveMarks(mentor.context, { colour: 'yellow', hertz: 1320 });
  await giveMarks(learner.context, { colour: 'cyan', hertz: 880 });
  await Promise.all([enter(mentor.page, lesson.path), enter(learner.page, lesson.path)]);
  await Promise.all([expectToSeeAndHear(mentor.page), expectToSeeAndHear(learner.page)]);
});
// The second test has ended the lesson.
afterAll(() => Promise.all([mentor.close(), learner.close()]));

test('a lesson is recorded for all to see, with those who agree (ROOM-12)', patience, async () => {
  // It is there when the recording begins, in VP9, as everybody here can see that (ROOM-4).
  await giveScreen(mentor.page);
  await mentor.page.keyboard.press('s');
  await learner.page.locator('[data-source="screen"] video').first().waitFor();
  const byKey = () => mentor.page.keyboard.press('d');
  const byButton = () => mentor.page.getByRole('button', { name: 'Record', exact: true }).click();
  const record = async (act: string, open = byKey) => {
    // Not the board's.
    const dialog = mentor.page.locator('.dialog[role="dialog"]');
    await open();
    await dialog.getByRole('button', { name: act }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const dot = learner.page.locator('.recording-dot');
  await noting('start', () => record('Start recording'));
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
  await noting('tick', async () => {
    await mentor.page.getByRole('checkbox', { name: 'Iterators' }).check();
    await mentor.page.locator('.topics__row--done:not([data-state])').getByText('Iterators').waitFor();
  });
  await learner.page.keyboard.press('c');
  const panel = learner.page.getByRole('complementary', { name: 'Chat' });
  await panel.getByRole('textbox').fill('Now I see');
  await learner.page.keyboard.press('Enter');
  await panel.getByText('Now I see').waitFor();
  await mentor.page.keyboard.press('w');
  await drawOnBoard(mentor.page);
  await expect.poll(() => Date.now() - done.start[0], patience).toBeGreaterThan(leastSeconds * 1_000);
  // The board has the keys while somebody draws.
  await noting('stop', () => record('Stop recording', byButton));
  await dot.waitFor({ state: 'detached' });
});

/** The composed file: as long as it says, with everybody and the page that was shared, in step. */
async function expectWhole({ id, durationMs, chapters, stretches }: Recording): Promise<void> {
  const { PEERLEARN_DATA_DIR: dataDir = '' } = shared.productEnv;
  const file = join(dataDir, 'recordings', `${id}.composed`);
  const found = await probe(file);
  expect(found.streams).toContainEqual(
    expect.objectContaining({ codec_type: 'video', width: 1280, height: 720 }),
  );
  const seconds = Number(found.format.duration);
  expect(Math.abs(seconds - (durationMs ?? 0) / 1000)).toBeLessThan(0.5);
  // What was not paused of the time between the presses.
  const [first, last] = [stretches.at(0), stretches.at(-1)];
  const [from, to] = [Date.parse(first!.from), Date.parse(last!.from) + last!.lengthMs];
  const told = {
    start: from,
    stop: to,
    tick: Date.parse(last!.from) + chapters[0]!.atMs - last!.atMs,
  };
  for (const what of ['start', 'tick', 'stop'] as const) {
    const [begun, ended] = done[what];
    expect(told[what], what).toBeGreaterThan(begun - 500);
    expect(told[what], what).toBeLessThan(ended + 500);
  }
  const marks = found.chapters.map(({ start_time: start, tags }) => [Number(start), tags.title]);
  expect(marks).toContainEqual([chapters[0]!.atMs / 1000, 'Iterators']);

  // The screen has the greater part; at its right the mentor above, the learner below.
  expect(Math.min(...(await colourAt(file, seconds - 1, 700, 400)))).toBeGreaterThan(200);
  const lags = await Promise.all(
    [
      { hertz: 1320, place: '160:60:1040:220' },
      { hertz: 880, place: '160:60:1040:400' },
    ].map(async ({ hertz, place }) => {
      const [seen, heard] = await Promise.all([brightenings(file, place), beginnings(file, hertz)]);
      expect(Math.min(seen.length, heard.length), `${seen.join()} | ${heard.join()}`).toBeGreaterThan(1);
      return lag(seen, heard);
    }),
  );
  const said = `${seconds} s recorded; pictures ${lags.map((each) => each.toFixed(3)).join(' and ')} s late`;
  for (const each of lags) expect(Math.abs(each), said).toBeLessThan(0.08);
}

test(
  'after the lesson it is prepared, and watched with its board, chat and topics on one clock (ROOM-12, ROOM-17)',
  patience,
  async () => {
    const { sessionId } = lesson;
    await lesson.end();
    await learner.page.goto(`/sessions/${sessionId}`);
    await learner.page.getByText(/^Kept until/).waitFor({ timeout: patience.timeout - 60_000 });
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
    const board = replay.locator('.kept-board');
    await player.getByRole('slider').press('End');
    await replay.getByText('Now I see').waitFor();
    await expect.poll(() => inkOf(board), { timeout: 30_000 }).toBeGreaterThan(100);
    await replay.getByRole('button', { name: /^Go to .* wrote this$/ }).click();
    const end = (items[0]?.durationMs ?? 0) / 1000;
    await expect.poll(time).toBeLessThan(end - 0.05);
    // What was drawn after that is not there yet.
    await expect.poll(() => inkOf(board)).toBe(0);
    await expectAccessible(learner.page, ['light', 'dark'], '.replay');
  },
);
