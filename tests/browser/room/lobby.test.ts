import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { makeLesson } from '../support/lesson.ts';
import { openPerson, phone, desktop, type Someone } from '../support/people.ts';

const startsInMs = 12 * 60_000;
let mentor: Someone;
let learner: Someone;
let lesson: Awaited<ReturnType<typeof makeLesson>>;

beforeAll(async () => {
  lesson = await makeLesson('Before the lesson', startsInMs);
  [mentor, learner] = await Promise.all([openPerson('mentor'), openPerson('learner')]);
});
afterAll(async () => {
  await Promise.all([mentor.close(), learner.close()]);
});

const here = ({ page }: Someone) => page.getByRole('region', { name: 'Who is here' });
const inRoom = ({ page }: Someone) => page.getByRole('navigation', { name: 'Lesson controls' });
const button = ({ page }: Someone, name: string) => page.getByRole('button', { name, exact: true });

test('the mentor sees live who waits, who goes, who comes back and who is ready (ROOM-3)', async () => {
  await learner.page.goto(lesson.path);
  await here(learner).getByText('Not here yet').waitFor();
  await mentor.page.goto(lesson.path);
  await here(mentor).getByText('Getting ready').waitFor();
  await here(learner).getByText('Not here yet').waitFor({ state: 'detached' });

  await learner.page.goto('/dashboard/learner');
  await here(mentor).getByText('Nobody else is here yet').waitFor();
  await learner.page.goto(lesson.path);
  await button(learner, 'Ready to join').click();
  await learner.page.getByText('Waiting for the mentor to start').waitFor();
  await here(mentor).getByText('Ready', { exact: true }).waitFor();
  // A page that loads again is as ready as it was.
  await learner.page.reload();
  await learner.page.getByText('Waiting for the mentor to start').waitFor();
  await here(mentor).getByText('Ready', { exact: true }).waitFor();
});

test('the lobby can be used by everybody, large and small, light and dark (WCAG 2.2 AA)', async () => {
  await expectAccessible(mentor.page);
  await learner.page.setViewportSize(phone);
  await expectAccessible(learner.page);
  for (const { page } of [mentor, learner]) await expectNoSidewaysScroll(page);
  await learner.page.setViewportSize(desktop);
  await button(learner, 'Leave').click();
  await expectAccessible(learner.page, ['dark'], '[role=dialog]');
  await learner.page.keyboard.press('Escape');
});

test('when both are ready it starts by itself, and nobody presses anything more (ROOM-3)', async () => {
  await button(mentor, 'Ready to join').click();
  await here(learner).getByText('Starting…').waitFor();
  await Promise.all([inRoom(mentor).waitFor(), inRoom(learner).waitFor()]);
});

test('the clock is the same for both, stops when the learner’s network is gone, and goes on (ROOM-11)', async () => {
  const timer = ({ page }: Someone) => page.getByRole('timer');
  for (const one of [mentor, learner])
    await expect.poll(() => timer(one).textContent(), { timeout: 15_000 }).toMatch(/\d\d:(?!00)\d\d/);
  await learner.context.setOffline(true);
  await mentor.page.getByText(/^Paused: waiting for/).waitFor();
  await learner.page.getByText('Paused until you are back').waitFor();
  const stopped = await timer(mentor).textContent();
  await learner.context.setOffline(false);
  await mentor.page.getByText(/^Paused: waiting for/).waitFor({ state: 'detached' });
  await expect.poll(() => timer(mentor).textContent(), { timeout: 10_000 }).not.toBe(stopped);
});

test('more time that the mentor adds is told to the learner (ROOM-11)', async () => {
  await button(mentor, 'More time').click();
  const dialog = mentor.page.getByRole('dialog');
  await expectAccessible(mentor.page, ['light'], '[role=dialog]');
  await dialog.getByRole('button', { name: 'Add 10 minutes' }).click();
  await learner.page.getByText(/^Extended to \d\d:\d\d$/).waitFor();
  await learner.page.getByText('of 25 min').waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});

test('who declines cancels, asked twice; the other is told and led back (ROOM-3)', async () => {
  await lesson.end();
  const next = await makeLesson('Not today', startsInMs);
  await Promise.all([mentor.page.goto(next.path), learner.page.goto(next.path)]);
  await here(mentor).getByText('Getting ready').waitFor();
  await button(mentor, 'Leave').click();
  await button(mentor, 'Cancel this session').click();
  await mentor.page.getByRole('heading', { name: 'Cancel this session?' }).waitFor();
  await button(mentor, 'Cancel this session').click();
  await Promise.all([
    button(mentor, 'Stay here').click(),
    learner.page.getByRole('heading', { name: 'Session cancelled' }).waitFor(),
    learner.page.getByText(/To your dashboard in/).waitFor(),
  ]);
  await learner.page.waitForURL('**/dashboard/learner');
  await expectAccessible(mentor.page, ['light']);
  await mentor.page.getByRole('link', { name: 'To your dashboard' }).click();
  await mentor.page.waitForURL('**/dashboard/mentor');
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});
