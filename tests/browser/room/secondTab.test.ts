import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { openLesson } from '../support/lesson.ts';
import { expectToSeeAndHear } from '../support/mediaStats.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('In two tabs');
});
afterAll(() => lesson.close());

const question = 'You are in this lesson in another tab. Use this one?';
const join = (page: Page) => page.getByRole('button', { name: 'Join now' }).click();
const asked = (page: Page) => page.getByRole('dialog', { name: question });

test('a second tab asks before it takes over, and the first one says what happened (ROOM-1)', async () => {
  const { mentor, learner } = lesson;
  const second = await learner.context.newPage();
  await second.goto(lesson.path);
  await join(second);
  await asked(second).waitFor();
  await expectAccessible(second);
  await expectToSeeAndHear(mentor.page);
  await second.getByRole('button', { name: 'Stay in the other one' }).click();
  await second.getByRole('heading', { name: 'You left the lesson' }).waitFor();
  await learner.page.getByRole('navigation', { name: 'Lesson controls' }).waitFor();

  await second.getByRole('button', { name: 'Rejoin' }).click();
  await join(second);
  await asked(second).getByRole('button', { name: 'Use this tab' }).click();
  await learner.page.getByRole('heading', { name: 'You are in this lesson in another tab' }).waitFor();
  await Promise.all([expectToSeeAndHear(second), expectToSeeAndHear(mentor.page)]);

  // Whoever says so in the first tab is not asked again.
  await learner.page.bringToFront();
  await learner.page.getByRole('button', { name: 'Use this tab' }).click();
  await join(learner.page);
  await second.getByRole('heading', { name: 'You are in this lesson in another tab' }).waitFor();
  await expectToSeeAndHear(learner.page);
  expect(await asked(learner.page).count()).toBe(0);
  await second.close();
});

test('the same tab that loads again is not asked (ROOM-1)', async () => {
  const { mentor, learner } = lesson;
  await learner.page.reload();
  await join(learner.page);
  await expectToSeeAndHear(learner.page);
  expect(await asked(learner.page).count()).toBe(0);
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});
