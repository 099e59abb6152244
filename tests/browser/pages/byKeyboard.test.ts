import { beforeAll, expect, test } from 'vitest';
import { newAccount } from '../support/authSteps.ts';
import { callApiAs } from '../support/callApi.ts';
import { session } from '../../../api/contracts/sessions.ts';
import { openSomeone, shared, type Someone } from '../support/people.ts';

const title = `By keyboard ${Date.now()}`;
let sessionId: string;
beforeAll(async () => {
  const asMentor = await callApiAs(shared.url, 'mentor');
  const startsAt = new Date(Date.now() + 40 * 24 * 3600_000).toISOString();
  const made = await asMentor('POST', '/api/sessions', {
    title,
    topics: ['Keys'],
    startsAt,
    durationMinutes: 15,
  });
  sessionId = session.parse(made).id;
});

test('log-in says what is wrong and keeps what was typed (AUTH-5, ERR)', async () => {
  const { page, close } = await openSomeone();
  await page.goto('/login');
  const submit = page.locator('form button[type=submit]');
  await submit.click();
  await page.getByText('Write your e-mail address').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
  const { email } = await newAccount('learner');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await submit.click();
  await page.getByText('E-mail or password is wrong').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
  await close();
});

test('from log-in to a booked seat by keyboard alone (WEB, look and feel)', async () => {
  const { page, problems, close } = await openSomeone();
  const { email, password } = await newAccount('learner');
  await page.goto('/login');
  await tabTo(page, 'input[name=email]');
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/dashboard/learner');
  await page.goto(`/sessions/${sessionId}`);
  await page.getByRole('button', { name: 'Book a free seat' }).waitFor();
  await tabTo(page, 'button:has-text("Book a free seat")');
  await page.keyboard.press('Enter');
  const seat = page.getByRole('complementary', { name: 'Your seat' });
  await seat.getByText('Your seat is booked').waitFor();
  await expect.poll(() => seat.evaluate((element) => element === document.activeElement)).toBe(true);
  // Who only opens the page of their seat is not taken anywhere.
  await page.reload();
  await seat.getByText('Your seat is booked').waitFor();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

/** Presses Tab until the element has the focus, as someone without a mouse does. */
async function tabTo(page: Someone['page'], selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}
