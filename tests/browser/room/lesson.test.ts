import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApiAs } from '../support/callApi.ts';
import { freeCalendar } from '../support/freeCalendar.ts';
import { expectToSeeAndHear, expectWidth } from '../support/mediaStats.ts';
import { logIn, openPerson, openSomeone, shared, type Someone } from '../support/people.ts';

const title = `Python generators ${Date.now()}`;
let mentor: Someone;
let learner: Someone;

beforeAll(async () => {
  await freeCalendar(await callApiAs(shared.url, 'mentor'));
  [mentor, learner] = await Promise.all([openSomeone(), openPerson('learner')]);
});
afterAll(() => Promise.all([mentor.close(), learner.close()]));

test('a mentor publishes a free session, a learner sees it appear and books it (LES-1, LES-3, LIVE-2)', async () => {
  await learner.page.goto('/sessions');
  await learner.page.getByRole('heading', { name: 'Sessions', level: 1 }).waitFor();
  expect(await learner.page.getByText(title).count()).toBe(0);

  await logIn(mentor, 'mentor');
  await mentor.page.goto('/dashboard/mentor/create');
  await mentor.page.getByRole('textbox', { name: 'Title' }).fill(title);
  const topics = mentor.page.getByRole('textbox', { name: /^Topics/ });
  await topics.fill('Iterators');
  await topics.press('Enter');
  await mentor.page.getByLabel('Start').fill(soon());
  await mentor.page.getByRole('button', { name: 'Publish' }).click();
  await mentor.page.waitForURL('**/dashboard/mentor');

  // Nobody loads the learner's list again.
  await learner.page.getByRole('link', { name: title }).click();
  await learner.page.getByRole('button', { name: 'Book a free seat' }).click();
  await learner.page.getByText('Your seat is booked').first().waitFor();
});

test('the confirmation arrives by mail with a calendar entry (LES-15)', async () => {
  const mailbox = await learner.context.newPage();
  await expect
    .poll(
      async () => {
        await mailbox.goto('/dev/mail');
        return mailbox
          .getByRole('link')
          .filter({ hasText: `Your seat is booked: ${title}` })
          .count();
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(1);
  await mailbox
    .getByRole('link')
    .filter({ hasText: `Your seat is booked: ${title}` })
    .click();
  await mailbox.getByRole('link', { name: /\.ics/ }).waitFor();
  await mailbox.close();
});

test('the mentor goes live and both see and hear each other (ROOM-1, ROOM-4)', async () => {
  await mentor.page.goto('/dashboard/mentor');
  await mentor.page.getByRole('link', { name: title }).first().click();
  await mentor.page.getByRole('button', { name: 'Go live' }).click();
  await mentor.page.getByRole('link', { name: 'Enter room' }).click();
  // The learner's page learns by itself that the door is open.
  await learner.page.getByRole('link', { name: 'Enter room' }).click();
  for (const { page } of [mentor, learner]) {
    await page.waitForURL('**/session/*');
    await page.getByRole('button', { name: 'Join now' }).click();
  }
  for (const { page } of [mentor, learner]) {
    await expectToSeeAndHear(page);
    await expectWidth(page, 1280);
  }
});

test('the mentor ends it for all, and the learner is told (ROOM-17)', async () => {
  await mentor.page.getByRole('button', { name: 'End for all' }).click();
  await mentor.page.getByRole('dialog').getByRole('button', { name: 'End for all' }).click();
  for (const { page } of [mentor, learner]) {
    await page.getByRole('heading', { name: 'The lesson has ended' }).waitFor();
  }
  await learner.page.reload();
  await learner.page.getByRole('heading', { name: 'The lesson has ended' }).waitFor();
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});

/** Two minutes from now, as a field for date and time takes it: in the zone of the demo accounts, India's. */
function soon(): string {
  const aheadOfUtcMs = 5.5 * 3600_000;
  return new Date(Date.now() + 120_000 + aheadOfUtcMs).toISOString().slice(0, 16);
}
