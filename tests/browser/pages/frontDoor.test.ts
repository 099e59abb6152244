import { beforeAll, describe, expect, test } from 'vitest';
import { session } from '../../../api/contracts/sessions.ts';
import { expectNoSidewaysScroll } from '../support/accessibility.ts';
import { callApiAs, type CallApi } from '../support/callApi.ts';
import { freeCalendar } from '../support/freeCalendar.ts';
import { openSomeone, phone, shared } from '../support/people.ts';
import { settled } from '../support/settled.ts';

const title = `On at the front door ${Date.now()}`;
let asMentor: CallApi;
let sessionId: string;
beforeAll(async () => {
  asMentor = await callApiAs(shared.url, 'mentor');
  await freeCalendar(asMentor);
  // A page that was rendered before the lesson must not be the one that is sent after it.
  await fetch(shared.url);
  const made = await asMentor('POST', '/api/sessions', {
    title,
    topics: ['Doors', 'Rows', 'Cards', 'Keys'],
    startsAt: new Date(Date.now() + 10 * 60_000).toISOString(),
    durationMinutes: 15,
    capacity: 3,
  });
  sessionId = session.parse(made).id;
});

describe('the landing page (WEB-1)', () => {
  test('a lesson that goes live in another browser turns live here, and is counted in the header', async () => {
    const { page, problems, close } = await openSomeone();
    // The socket says that it listens before anything happens that it should tell of.
    const listening = page
      .waitForEvent('websocket')
      .then((socket) =>
        socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('"ready"')),
      );
    await page.goto('/');
    const card = page.locator('article.session', { hasText: title });
    await card.getByText('3 seats left').waitFor();
    expect(await card.locator('.badge--live').count()).toBe(0);
    await listening;
    await asMentor('POST', `/api/sessions/${sessionId}/live`);
    await card.locator('.badge--live').waitFor();
    await page.locator('.site-nav .badge--live', { hasText: /^[1-9]\d* Live$/u }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('its rows scroll by button and by keys, and show details on focus', async () => {
    const { page, problems, close } = await openSomeone();
    await page.goto('/');
    const row = page.getByRole('group', { name: 'Top live sessions, scrolls sideways' });
    await row.locator('article').nth(4).waitFor();
    const place = () => row.evaluate((element) => element.scrollLeft);
    expect(await place()).toBe(0);
    await page.locator('.rail__go--forward').first().click();
    await expect.poll(place).toBeGreaterThan(100);
    await page.locator('.rail__go--back').first().click();
    await expect.poll(place).toBe(0);
    await page.mouse.move(0, 0);
    await row.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(place).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    const focused = row.locator('article:focus-within');
    await focused.locator('.session__more').waitFor();
    await page.keyboard.press('Escape');
    await focused.locator('.session__more').waitFor({ state: 'hidden' });
    await focused.waitFor();
    await page.locator('h1').click();
    const pointedAt = row.locator('article').nth(1);
    await pointedAt.hover();
    await pointedAt.locator('.session__more').waitFor();
    await page.keyboard.press('Escape');
    await pointedAt.locator('.session__more').waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
    await close();
  });

  test('by keyboard alone from the header over a row to a mentor’s page', async () => {
    const { page, problems, close } = await openSomeone();
    await page.goto('/');
    const row = page.getByRole('group', { name: 'Best mentors, scrolls sideways' });
    await row.locator('article a').first().waitFor();
    await row.focus();
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/mentors\/[\da-f-]{36}$/u);
    expect(problems).toEqual([]);
    await close();
  });

  test.for([
    ['Register to learn', /I want to learn/u],
    ['Become a mentor', /I want to teach/u],
  ] as const)('“%s” opens sign-up in that role (AUTH-2)', async ([act, role]) => {
    const { page, problems, close } = await openSomeone();
    await page.goto('/');
    await page.locator('.roles').getByRole('button', { name: act }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('radio', { name: role }).isChecked()).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  test('its finder leads to the search, with what was chosen', async () => {
    const { page, close } = await openSomeone();
    await page.goto('/');
    const finder = page.getByRole('search', { name: 'Find a lesson' });
    await finder.getByLabel('Topic').fill('front door');
    await finder.getByLabel('Price').selectOption('free');
    await finder.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=front+door&price=free');
    await page.getByRole('link', { name: title }).waitFor();
    await close();
  });
});

describe('on a phone', () => {
  test('the menu slides in, keeps the focus, and closes by Escape, tap outside and swipe', async () => {
    const { page, problems, close } = await openSomeone({ viewport: phone, hasTouch: true });
    await page.goto('/');
    const button = page.getByRole('button', { name: 'Open menu' });
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await button.click();
    await menu.waitFor();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(await menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await page.mouse.click(10, 400);
    await menu.waitFor({ state: 'hidden' });
    await button.click();
    await menu.evaluate((element) => {
      const touch = (x: number) => new Touch({ identifier: 1, target: element, clientX: x, clientY: 300 });
      const send = (type: string, x: number) =>
        element.dispatchEvent(
          new TouchEvent(type, {
            touches: type === 'touchend' ? [] : [touch(x)],
            changedTouches: [touch(x)],
          }),
        );
      send('touchstart', 150);
      send('touchmove', 280);
      send('touchend', 280);
    });
    await menu.waitFor({ state: 'hidden' });
    await button.click();
    await menu.getByRole('link', { name: 'Mentors' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mentors' }).waitFor();
    await menu.waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
    await close();
  });

  test('the first tap on a card shows its details, the second opens it', async () => {
    const { page, problems, close } = await openSomeone({ viewport: phone, hasTouch: true });
    await page.goto('/');
    const card = page.locator('article.session', { hasText: title });
    await card.scrollIntoViewIfNeeded();
    await card.tap();
    await card.getByText('You will cover').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await card.tap();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('nothing scrolls sideways from 320 to 800 px', async () => {
    const { page, close } = await openSomeone({ viewport: phone });
    for (const path of ['/', '/sessions', '/mentors', `/sessions/${sessionId}`]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      for (const width of [320, 390, 640, 800]) {
        await page.setViewportSize({ width, height: 800 });
        await settled(page);
        await expectNoSidewaysScroll(page);
      }
    }
    await close();
  });
});
