import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectPanelAccessible } from '../support/accessibility.ts';
import { enter, openLesson } from '../support/lesson.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Words in the room');
});
// The last test has ended the lesson.
afterAll(() => Promise.all([lesson.mentor.close(), lesson.learner.close()]));

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Chat' });
const field = (page: Page) => panelOf(page).getByRole('textbox');
const messages = (page: Page) => panelOf(page).getByRole('region', { name: 'Messages' });
const write = async (page: Page, text: string) => {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
};

test('two people talk by keyboard: links, code, who types, in private, and what is unread (ROOM-8)', async () => {
  const { mentor, learner } = lesson;
  await learner.page.keyboard.press('c');
  await expect.poll(() => field(learner.page).evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await field(learner.page).inputValue()).toBe('');
  await learner.page.keyboard.type('See https://example.in/a?b=1.');
  await learner.page.keyboard.press('Enter');
  await messages(learner.page).getByText('See https://example.in').waitFor();
  expect(await field(learner.page).inputValue()).toBe('');

  const unread = mentor.page.getByRole('button', { name: 'Chat, 1 unread' });
  await unread.waitFor();
  await mentor.page.getByRole('log').getByText('See https://example.in').waitFor({ state: 'attached' });
  await mentor.page.keyboard.press('c');
  await mentor.page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
  const link = messages(mentor.page).getByRole('link', { name: 'https://example.in/a?b=1', exact: true });
  expect([await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([
    'noopener noreferrer nofollow',
    '_blank',
  ]);
  await messages(mentor.page).getByText('New', { exact: true }).waitFor();

  await field(mentor.page).pressSequentially('<b>So');
  await panelOf(learner.page)
    .getByText(/ is typing$/)
    .waitFor();
  await write(mentor.page, '<b>So:\n```js\nconst <a> = 1;\n```');
  await messages(learner.page).getByRole('region', { name: 'Code' }).waitFor();
  expect(await messages(learner.page).locator('pre').innerText()).toBe('const <a> = 1;');
  await messages(learner.page).getByText('<b>So:').waitFor();

  await panelOf(mentor.page).getByLabel('To').selectOption({ index: 1 });
  await write(mentor.page, 'between us');
  await messages(learner.page).getByText('Only to you').waitFor();
  await messages(mentor.page)
    .getByText(/^Only to /)
    .waitFor();
  await learner.page.keyboard.press('Escape');
  await panelOf(learner.page).waitFor({ state: 'detached' });
});

test('the panel is accessible on a desktop in the dark, and on a phone (WEB)', async () => {
  await expectPanelAccessible(lesson.mentor.page);
});

test('what cannot be sent waits for the network, and is there once, after a reload too (ROOM-8, ROOM-13)', async () => {
  const { mentor, learner, path } = lesson;
  await learner.page.keyboard.press('c');
  await learner.context.setOffline(true);
  await learner.page.getByText('Reconnecting…').first().waitFor();
  await write(learner.page, 'from the tunnel');
  await messages(learner.page).getByText('Sending…').waitFor();
  await write(mentor.page, 'are you there?');
  await learner.context.setOffline(false);
  await messages(mentor.page).getByText('from the tunnel').waitFor();
  await messages(learner.page).getByText('are you there?').waitFor();
  await messages(learner.page).getByText('Sending…').waitFor({ state: 'detached' });
  expect(await messages(learner.page).getByText('from the tunnel').count()).toBe(1);

  await enter(learner.page, path);
  await learner.page.keyboard.press('c');
  const bubbles = messages(learner.page).locator('.bubble');
  await expect
    .poll(() => bubbles.allInnerTexts())
    .toEqual(['See https://example.in/a?b=1.', '<b>So:', 'between us', 'are you there?', 'from the tunnel']);
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});

test('the session’s page keeps it, as text and as a page to download (ROOM-8, ROOM-17)', async () => {
  const { mentor, learner } = lesson;
  await lesson.end();
  await mentor.page.getByRole('heading', { name: 'The lesson has ended' }).waitFor();
  const { page } = learner;
  await page.goto(`/sessions/${lesson.sessionId}`);
  const section = page.getByRole('region', { name: 'Chat' });
  await section.getByText('from the tunnel').waitFor();
  for (const [name, file] of [
    ['Download as text', /^peerlearn-chat-.*\.txt$/],
    ['Download as HTML', /^peerlearn-chat-.*\.html$/],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(file);
  }
  await expectAccessible(page, ['light'], '.sp__main');
});
