import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectPanelAccessible } from '../support/accessibility.ts';
import { enter, openLesson } from '../support/lesson.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('What was covered');
});
// The last test has ended the lesson.
afterAll(() => Promise.all([lesson.mentor.close(), lesson.learner.close()]));

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Topics' });
const box = (page: Page, topic: string) => panelOf(page).getByRole('checkbox', { name: topic });
const row = (page: Page, topic: string) => panelOf(page).getByRole('listitem').filter({ hasText: topic });

test('the mentor ticks and adds topics by keyboard, and the learner sees it live (ROOM-10)', async () => {
  const { mentor, learner } = lesson;
  await mentor.page.keyboard.press('t');
  await learner.page.keyboard.press('t');
  await panelOf(learner.page).getByText('0 of 2').waitFor();
  expect(await panelOf(learner.page).getByRole('checkbox').count()).toBe(0);
  await box(mentor.page, 'Generators').focus();
  await mentor.page.keyboard.press('Space');
  await panelOf(learner.page).getByText('1 of 2').waitFor();
  await row(learner.page, 'Generators')
    .getByText(/\d\d:\d\d$/u)
    .waitFor();
  await panelOf(mentor.page).getByLabel('Add a topic').fill('Why <b>yield</b> stops');
  await mentor.page.keyboard.press('Enter');
  await row(learner.page, 'Why <b>yield</b> stops').waitFor();
  await box(mentor.page, 'Generators').uncheck();
  await panelOf(learner.page).getByText('0 of 3').waitFor();
});

test('what is ticked without a network is kept once, and found after a reload (ROOM-10, ROOM-13)', async () => {
  const { mentor, learner, path } = lesson;
  await mentor.context.setOffline(true);
  await mentor.page.getByText('Reconnecting…').first().waitFor();
  await box(mentor.page, 'Iterators').check();
  await row(mentor.page, 'Iterators').getByText('Sending…').waitFor();
  await mentor.context.setOffline(false);
  await panelOf(learner.page).getByText('1 of 3').waitFor();
  await row(mentor.page, 'Iterators').getByText('Sending…').waitFor({ state: 'detached' });
  await enter(learner.page, path);
  await learner.page.keyboard.press('t');
  await panelOf(learner.page).getByText('1 of 3').waitFor();
  await row(learner.page, 'Why <b>yield</b> stops').waitFor();
});

test('the panel is accessible on a desktop in the dark, and on a phone (WEB)', async () => {
  await expectPanelAccessible(lesson.mentor.page);
});

test('files go into the chat, are refused with their reason, and are downloaded (ROOM-8)', async () => {
  const { mentor, learner } = lesson;
  for (const { page } of [mentor, learner]) await page.keyboard.press('c');
  const chat = learner.page.getByRole('complementary', { name: 'Chat' });
  const chosen = chat.locator('input[type=file]');
  const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('to keep') };
  await chosen.setInputFiles({ ...text, name: 'setup.exe' });
  await chat.getByText('Programs are not taken').waitFor();
  await chat.getByRole('button', { name: 'Remove setup.exe' }).click();
  await chosen.setInputFiles(text);
  await chat.getByText('Ready to send').waitFor();
  await chat.getByRole('textbox').fill('For you');
  // What is being written outlives the panel.
  await learner.page.keyboard.press('Escape');
  await chat.waitFor({ state: 'detached' });
  await learner.page.keyboard.press('c');
  await chat.getByText('Ready to send').waitFor();
  await learner.page.keyboard.press('Enter');
  const received = mentor.page.getByRole('complementary', { name: 'Chat' });
  await received.getByText('For you').waitFor();
  const [download] = await Promise.all([
    mentor.page.waitForEvent('download'),
    received.getByRole('button', { name: 'Download notes.txt' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('notes.txt');
  await expectAccessible(mentor.page, ['light'], '.room-panel');
});

test('after the end the mentor leaves files, and the page keeps what was there (ROOM-17)', async () => {
  const { mentor, learner, sessionId } = lesson;
  await lesson.end();
  await mentor.page.getByRole('heading', { name: 'The lesson has ended' }).waitFor();
  const resources = mentor.page.getByRole('region', { name: 'Resources' });
  const slides = { name: 'slides.txt', mimeType: 'text/plain', buffer: Buffer.from('slides') };
  await resources.locator('input[type=file]').setInputFiles(slides);
  await resources.getByRole('button', { name: 'Download slides.txt' }).waitFor();
  await expectAccessible(mentor.page);
  await learner.page.getByRole('link', { name: 'See the session’s page' }).click();
  await learner.page.waitForURL(`**/sessions/${sessionId}`);
  const region = (name: string) => learner.page.getByRole('region', { name });
  await region('Resources').getByRole('button', { name: 'Download slides.txt' }).waitFor();
  await region('Topics covered').getByText('1 of 3').waitFor();
  await region('Who was there').getByText('You').waitFor();
  await region('Chat').getByRole('button', { name: 'Download notes.txt' }).waitFor();
  await expectAccessible(learner.page, ['light'], '.sp__main');
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});
