import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preferences } from '../../../api/contracts/preferences.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { newAccount, type Who } from '../support/authSteps.ts';
import { callApiBy, type CallApi } from '../support/callApi.ts';
import { bookSeat } from '../support/bookSeat.ts';
import { desktop, openNewcomer, phone, shared, type Someone } from '../support/people.ts';
import { settled, watchRequests } from '../support/settled.ts';
import { until } from '../support/until.ts';

const choicesPath = '/dashboard/learner/settings/notifications';
let who: Who;
let asLearner: CallApi;
let asMentor: CallApi;

beforeAll(async () => {
  who = await newAccount('learner');
  asLearner = await callApiBy(shared.url, who);
  asMentor = await callApiBy(shared.url, await newAccount('mentor'));
});

const tellLearner = (title: string) => bookSeat(asMentor, asLearner, title);
const unreadOf = async (page: Page) => {
  const [count = '0'] = await page.locator('.bell .count .sr-only').allTextContents();
  return Number.parseInt(count, 10);
};
const untilUnread = (page: Page, count: number) =>
  until(
    `${count} unread`,
    () => unreadOf(page),
    (unread) => unread === count,
  );
const openSheet = async (page: Page) => {
  await page.getByRole('button', { name: 'Notifications' }).click();
  await page.getByRole('dialog', { name: 'Notifications' }).waitFor();
};

/** Runs in the page before its scripts: counts what it plays. */
function countSounds(): void {
  const counted = window as unknown as { played: number };
  counted.played = 0;
  HTMLMediaElement.prototype.play = () => {
    counted.played += 1;
    return Promise.resolve();
  };
}
const playedIn = (page: Page) => page.evaluate(() => (window as unknown as { played: number }).played);

describe('the bell over two tabs (LIVE-3)', () => {
  let learner: Someone;
  let other: Page;
  beforeAll(async () => {
    learner = await openNewcomer('learner', { who, reducedMotion: 'no-preference' });
    await learner.context.addInitScript(countSounds);
    other = await learner.context.newPage();
    watchRequests(other);
    for (const page of [learner.page, other]) {
      await page.goto('/dashboard/learner');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      // Without a gesture a page makes no sound.
      await page.locator('h1').click();
    }
    await openSheet(other);
    const readAll = other.getByRole('button', { name: 'Mark all as read' });
    if (await readAll.isVisible()) await readAll.click();
    await other.keyboard.press('Escape');
    await untilUnread(learner.page, 0);
  });
  afterAll(() => learner.close());

  test('counts, shakes and sounds once, in one of them', async () => {
    const { page, problems } = learner;
    await page.evaluate(() => {
      const counted = window as unknown as { shaken: number };
      counted.shaken = 0;
      addEventListener('animationstart', ({ animationName }) => {
        if (animationName === 'ring') counted.shaken += 1;
      });
    });
    await tellLearner('One bell for two tabs');
    await Promise.all([untilUnread(page, 1), untilUnread(other, 1)]);
    const played = async () => (await playedIn(page)) + (await playedIn(other));
    await until('a sound', played, (count) => count > 0);
    await until(
      'it shakes',
      () => page.evaluate(() => (window as unknown as { shaken: number }).shaken),
      (count) => count === 1,
    );
    // The next one is heard by both tabs after all of the first is done.
    await tellLearner('Another bell');
    await untilUnread(other, 2);
    await until('a second sound', played, (count) => count === 2);
    expect(problems).toEqual([]);
  });

  test('read in one is read in the other: one, then all', async () => {
    const { page } = learner;
    await openSheet(page);
    await page.getByRole('button', { name: /^Mark as read: Your seat in “Another bell”/u }).press('Enter');
    await untilUnread(other, 1);
    // Who uses the keyboard goes on where they were.
    await page.locator('.note:focus', { hasText: 'Another bell' }).waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await untilUnread(other, 0);
    await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog', { name: 'Notifications' }).waitFor({ state: 'detached' });
  });

  test('leads to what it is about, by keyboard alone', async () => {
    const { page } = learner;
    const path = await tellLearner('Where it leads');
    await untilUnread(page, 1);
    await page.getByRole('button', { name: 'Notifications' }).focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog').getByRole('button', { name: /^Your seat in “Where it leads”/u });
    await note.waitFor();
    await note.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path}`);
    await untilUnread(other, 0);
    await page.goto('/dashboard/learner');
  });

  test('makes no sound when that was chosen, in any tab', async () => {
    await asLearner('POST', '/api/profile/preferences', { sound: false });
    const before = (await playedIn(learner.page)) + (await playedIn(other));
    await tellLearner('Silence');
    for (const page of [learner.page, other]) {
      await untilUnread(page, 1);
      // A page that was opened just now asks what was chosen.
      await settled(page);
    }
    await asLearner('POST', '/api/profile/preferences', { sound: true });
    await tellLearner('Sound again');
    const played = async () => (await playedIn(learner.page)) + (await playedIn(other));
    await until('the later one sounds', played, (count) => count > before);
    expect(await played()).toBe(before + 1);
  });
});

describe('list and choices', () => {
  let learner: Someone;
  beforeAll(async () => {
    await tellLearner('Something in the list');
    learner = await openNewcomer('learner', { who });
  });
  afterAll(() => learner.close());

  test('the list is accessible in both themes and fits a phone', async () => {
    const { page, problems } = learner;
    await page.goto('/dashboard/learner');
    await openSheet(page);
    await page.locator('.note').first().waitFor();
    await expectAccessible(page);
    await page.setViewportSize(phone);
    await expectAccessible(page, ['dark']);
    await expectNoSidewaysScroll(page);
    expect(problems).toEqual([]);
  });

  test('the choices are accessible in both themes and fit a phone', async () => {
    const { page, context, problems } = learner;
    await asLearner('POST', '/api/profile/preferences', { quietHours: { from: '22:00', to: '07:00' } });
    await page.setViewportSize(desktop);
    await page.goto(choicesPath);
    await page.getByLabel('From').waitFor();
    // What a context was not granted is denied: the page says from where alone it can be allowed.
    await page.getByText('Your browser forbids it').waitFor();
    await context.grantPermissions(['notifications'], { origin: shared.url });
    await page.reload();
    await page.getByLabel('From').waitFor();
    await page.getByText('does not tell you while').waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ ...phone, width: 320 });
    await expectAccessible(page, ['dark']);
    await expectNoSidewaysScroll(page);
    expect(problems).toEqual([]);
  });

  test('each choice is saved at once, said so, and followed by the other tab', async () => {
    const { page, context } = learner;
    await page.setViewportSize(desktop);
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(choicesPath);
      await tab.getByRole('switch', { name: 'E-mail: Sessions' }).waitFor();
      await tab.waitForLoadState('networkidle');
    }
    const choice = page.getByRole('switch', { name: 'E-mail: Sessions' });
    const before = await choice.isChecked();
    await choice.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await until(
      'the other tab follows',
      () => other.getByRole('switch', { name: 'E-mail: Sessions' }).isChecked(),
      (checked) => checked !== before,
    );
    await page.getByLabel('To', { exact: true }).fill('22:00');
    await page.getByText('Choose another time than the beginning').waitFor();
    await page.getByLabel('To', { exact: true }).fill('06:15');
    const saved = async () => preferences.parse(await asLearner('GET', '/api/profile/preferences'));
    const { ways } = await until('saved', saved, ({ quietHours }) => quietHours?.to === '06:15');
    expect(ways.lessons.email).toBe(!before);
    await choice.click();
    await page.getByRole('switch', { name: 'No push in quiet hours' }).click();
    await until('none again', saved, ({ quietHours }) => quietHours === null);
    await other.close();
  });
});
