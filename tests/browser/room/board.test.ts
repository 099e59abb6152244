import { PDFDocument } from 'pdf-lib';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { inkOf, layerOf } from '../support/drawOnBoard.ts';
import { enter, openLesson } from '../support/lesson.ts';
import { shared } from '../support/people.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
const foreign: string[] = [];
const watch = (request: Request) => {
  const { protocol, hostname } = new URL(request.url());
  if (
    /^(?:http|ws)/u.test(protocol) &&
    !['127.0.0.1', 'localhost', new URL(shared.url).hostname].includes(hostname)
  )
    foreign.push(request.url());
};
beforeAll(async () => {
  lesson = await openLesson('Drawing together');
  for (const { page } of [lesson.mentor, lesson.learner]) page.on('request', watch);
});
afterAll(() => Promise.all([lesson.mentor.close(), lesson.learner.close()]));

const patiently = { timeout: 20_000 };
const boardOf = (page: Page) => page.getByRole('region', { name: 'Whiteboard' });
const canvas = (page: Page, layer: 'static' | 'interactive') => layerOf(boardOf(page), layer);
const ink = (page: Page, layer?: 'static' | 'interactive') => inkOf(boardOf(page), layer);
const choose = (page: Page, tool: string) =>
  boardOf(page).getByTestId(`toolbar-${tool}`).first().check({ force: true });
/** A stroke across the middle, at a height of the board. */
const draw = async (page: Page, height: number) => {
  await choose(page, 'freedraw');
  const { x, y, width, height: tall } = (await canvas(page, 'interactive').boundingBox())!;
  await page.mouse.move(x + width * 0.3, y + tall * height);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1)
    await page.mouse.move(x + width * (0.3 + step * 0.03), y + tall * height + (step % 3) * 6);
  await page.mouse.up();
};
const menu = async (page: Page, item: string) => {
  await boardOf(page).getByRole('button', { name: 'More for the whiteboard' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('two people draw, see each other’s strokes and hands, and undo their own (ROOM-9)', async () => {
  const { mentor, learner } = lesson;
  await mentor.page.keyboard.press('w');
  for (const { page } of [mentor, learner]) await canvas(page, 'static').waitFor();
  await draw(mentor.page, 0.4);
  await expect.poll(() => ink(learner.page), patiently).toBeGreaterThan(50);
  const first = await ink(learner.page);
  expect(await ink(learner.page, 'interactive')).toBeGreaterThan(20);
  await draw(learner.page, 0.6);
  await expect.poll(() => ink(mentor.page), patiently).toBeGreaterThan(first * 1.4);
  const both = await ink(learner.page);
  await mentor.page.keyboard.press('Control+z');
  await expect.poll(() => ink(learner.page), patiently).toBeLessThan(both * 0.8);
  expect(await ink(mentor.page)).toBeGreaterThan(50);
  await mentor.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => ink(learner.page), patiently).toBeGreaterThan(both * 0.9);
});

test('the mentor alone draws when they say so (ROOM-9)', async () => {
  const { mentor, learner } = lesson;
  await menu(mentor.page, 'Only I may draw');
  await boardOf(learner.page).getByText('Only the mentor draws now').waitFor();
  await boardOf(learner.page).getByTestId('toolbar-freedraw').waitFor({ state: 'detached' });
  await menu(mentor.page, 'Everyone may draw');
  await boardOf(learner.page).getByTestId('toolbar-freedraw').first().waitFor({ state: 'attached' });
});

test('what is drawn without a network is there after a reload (ROOM-9, ROOM-13)', async () => {
  const { mentor, learner, path } = lesson;
  const before = await ink(mentor.page);
  await learner.context.setOffline(true);
  await boardOf(learner.page).getByText('You are offline.').waitFor();
  await draw(learner.page, 0.75);
  const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('peerlearn.board.'));
  await expect.poll(() => learner.page.evaluate(kept), patiently).toHaveLength(1);
  await learner.context.setOffline(false);
  await enter(learner.page, path);
  await canvas(learner.page, 'static').waitFor();
  await expect.poll(() => ink(mentor.page), patiently).toBeGreaterThan(before * 1.2);
  await expect.poll(() => learner.page.evaluate(kept), patiently).toHaveLength(0);
});

test('learners follow the mentor from page to page, PDF pages and notes among them, until they move (ROOM-9)', async () => {
  const { mentor, learner } = lesson;
  const shown = (page: Page) =>
    boardOf(page).getByRole('combobox', { name: 'Page of the whiteboard' }).locator('option:checked');
  await boardOf(mentor.page).getByRole('button', { name: 'New page' }).click();
  await expect.poll(() => ink(mentor.page), patiently).toBe(0);
  await expect.poll(() => shown(learner.page).textContent(), patiently).toBe('Page 2');
  await menu(mentor.page, 'Rename this page');
  const name = mentor.page.getByRole('textbox', { name: 'Name of the page' });
  await expect.poll(() => name.evaluate((input) => input === document.activeElement)).toBe(true);
  await mentor.page.keyboard.type('Homework');
  await mentor.page.keyboard.press('Enter');
  await expect.poll(() => shown(learner.page).textContent(), patiently).toBe('Homework');
  await menu(mentor.page, 'Move this page one place back');
  const names = () => boardOf(learner.page).getByRole('combobox').locator('option').allTextContents();
  await expect.poll(names, patiently).toEqual(['Homework', 'Page 2']);
  await boardOf(mentor.page).getByRole('button', { name: 'Add a sticky note' }).click();
  await mentor.page.locator('.excalidraw-wysiwyg').waitFor();
  await mentor.page.keyboard.type('याद रखें Remember');
  await mentor.page.keyboard.press('Escape');
  await expect.poll(() => ink(learner.page), patiently).toBeGreaterThan(20);
  const pdf = { name: 'sheet.pdf', mimeType: 'application/pdf', buffer: await worksheet() };
  await boardOf(mentor.page).locator('input[accept="application/pdf"]').setInputFiles(pdf);
  for (const { page } of [mentor, learner]) {
    await expect.poll(() => shown(page).textContent(), patiently).toBe('sheet 1');
    await expect.poll(() => ink(page), patiently).toBeGreaterThan(200);
  }
  await canvas(learner.page, 'interactive').click({ position: { x: 200, y: 200 } });
  await boardOf(mentor.page).getByRole('combobox').selectOption('Homework');
  await boardOf(learner.page).getByText('You see what').waitFor({ state: 'detached' });
  expect(await shown(learner.page).textContent()).toBe('sheet 1');
});

test('the board is saved as files, closes by its key, and nothing comes from elsewhere (ROOM-9)', async () => {
  const { mentor, learner } = lesson;
  const { page } = mentor;
  for (const [item, begin] of [
    ['This page as PNG', '\u0089PNG'],
    ['This page as SVG', '<svg'],
    ['All pages as PDF', '%PDF-'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), menu(page, item)]);
    const stream = await download.createReadStream();
    const content = Buffer.concat((await stream.toArray()) as Buffer[]);
    expect(content.subarray(0, begin.length).toString('latin1')).toBe(begin);
    expect(content.length).toBeGreaterThan(1_000);
    // The letters of both scripts are in the file.
    if (begin === '<svg')
      expect(content.toString().match(/@font-face \{ font-family: Nunito/gu)).toHaveLength(2);
    if (begin === '%PDF-') expect((await PDFDocument.load(content)).getPageCount()).toBe(3);
  }
  expect(await page.evaluate(latinIsOurs)).toBe(true);
  await expectAccessible(page, ['light']);
  await expectAccessible(page, ['dark'], '.board__bar');
  await canvas(page, 'interactive').click({ position: { x: 700, y: 500 } });
  await page.keyboard.press('w');
  await boardOf(page).waitFor({ state: 'detached' });
  expect(foreign).toEqual([]);
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});

test('after the lesson its page shows the board as it was at the end (ROOM-17)', async () => {
  const { page } = lesson.learner;
  await lesson.end();
  await page.goto(`/sessions/${lesson.sessionId}`);
  await page.getByRole('button', { name: 'Show the whiteboard' }).click();
  const kept = page.locator('.kept-board');
  const pages = kept.getByRole('combobox', { name: 'Page of the whiteboard' });
  await expect
    .poll(() => pages.locator('option').allTextContents(), patiently)
    .toEqual(['Homework', 'Page 2', 'sheet 1']);
  await expect.poll(() => inkOf(kept), patiently).toBeGreaterThan(100);
  await expectAccessible(page, ['light']);
  await pages.selectOption('sheet 1');
  await expect.poll(() => inkOf(kept), patiently).toBeGreaterThan(200);
  expect(lesson.learner.problems).toEqual([]);
});

/** Whether the board's font is what it writes Latin with: beside the one for Devanagari, it was forgotten once. */
function latinIsOurs(): boolean {
  const pen = document.createElement('canvas').getContext('2d')!;
  const widthIn = (font: string) => {
    pen.font = font;
    return pen.measureText('Remember').width;
  };
  return widthIn('20px Nunito, serif') !== widthIn('20px serif');
}

/** A page with a thick frame to write upon. */
async function worksheet(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([600, 800]).drawRectangle({ x: 60, y: 60, width: 480, height: 680, borderWidth: 12 });
  return Buffer.from(await pdf.save());
}
