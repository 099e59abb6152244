import { expect, test } from 'vitest';
import { enterPassword, newAccount } from '../support/authSteps.ts';
import { countMails, mailedCode } from '../support/mailedCode.ts';
import { openSomeone } from '../support/people.ts';

const newPassword = 'eight calm elephants walk';

test('a forgotten password is set anew by a mailed code, and ends the log-in of another browser (AUTH-5)', async () => {
  const who = await newAccount('learner');
  const before = await openSomeone();
  await before.page.goto('/login');
  await enterPassword(before.page, who);
  await before.page.waitForURL('**/dashboard/learner');

  const { page, problems, close } = await openSomeone();
  const mails = await countMails(who.email);
  await page.goto('/login');
  await page.locator('.auth [name=email]').fill(who.email);
  await page.getByRole('button', { name: 'Forgot password?' }).click();
  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByText('All other log-ins end').waitFor();
  const code = page.getByLabel('Code');
  await code.fill(await mailedCode(who.email, mails));
  const password = page.locator('.auth [name=password]');
  await password.fill('short');
  await page.getByRole('button', { name: 'Set password and log in' }).click();
  await page.getByText('Use at least 10 characters.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
  await password.fill('password1234');
  await page.getByRole('button', { name: 'Set password and log in' }).click();
  await page.getByText('This is easy to guess').waitFor();
  await password.fill(newPassword);
  await page.getByRole('button', { name: 'Set password and log in' }).click();
  await page.waitForURL('**/dashboard/learner');
  await page.getByText('Your new password is set').waitFor();

  await before.page.reload();
  await before.page.waitForURL('**/login**');
  await before.page.getByText('Your log-in has ended').waitFor();
  await enterPassword(before.page, who);
  await before.page.getByText('E-mail or password is wrong').waitFor();
  await enterPassword(before.page, { ...who, password: newPassword });
  await before.page.waitForURL('**/dashboard/learner');
  expect([...problems, ...before.problems]).toEqual([]);
  await Promise.all([close(), before.close()]);
});
