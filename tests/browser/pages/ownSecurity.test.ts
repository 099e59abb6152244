import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterPassword, newAccount, setUpApp, type Who } from '../support/authSteps.ts';
import { openNewcomer, openSomeone, type Someone } from '../support/people.ts';

let who: Who;
let mentor: Someone;
beforeAll(async () => {
  who = await newAccount('mentor');
  mentor = await openNewcomer('mentor', { who });
  await mentor.page.goto('/dashboard/mentor/settings/security');
});
afterAll(async () => {
  expect(mentor.problems).toEqual([]);
  await mentor.close();
});

test('a mentor turns the second step on, is asked for it at the next log-in, and turns it off (AUTH-7)', async () => {
  const { page } = mentor;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Set up' }).click();
  await dialog.locator('[name=password]').fill('not my password');
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByText('That password is wrong.').waitFor();
  await dialog.locator('[name=password]').fill(who.password);
  await dialog.getByRole('button', { name: 'Next' }).click();
  const { codes } = await setUpApp(page);
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('10 of 10 recovery codes left').waitFor();

  const elsewhere = await openSomeone();
  await elsewhere.page.goto('/login');
  await enterPassword(elsewhere.page, who);
  await elsewhere.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await elsewhere.page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.waitForURL('**/dashboard/mentor');
  await elsewhere.close();

  await page.getByRole('button', { name: 'Turn off' }).click();
  await dialog.locator('[name=password]').fill(who.password);
  await dialog.locator('[name=code]').fill(codes[1] ?? '');
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Set up' }).waitFor();
});

test('one log-in is ended, and its browser must log in again (AUTH-6)', async () => {
  const { page } = mentor;
  const elsewhere = await openNewcomer('mentor', { who });
  await page.reload();
  const rows = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(2);
  const before = await rows.count();
  await page
    .getByRole('button', { name: /End the log-in in/u })
    .first()
    .click();
  await expect.poll(() => rows.count()).toBe(before - 1);
  await page.getByText('This one').waitFor();
  await elsewhere.page.goto('/dashboard/mentor/settings/security');
  await elsewhere.page.locator('.auth [name=email]').waitFor();
  await elsewhere.close();
});
