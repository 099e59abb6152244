import { expect, test } from 'vitest';
import { enterPassword, newAccount } from '../support/authSteps.ts';
import { openSomeone } from '../support/people.ts';

test('who reads Hindi logs in and comes to their dashboard in Hindi (WEB-11, AUTH-5)', async () => {
  const { page, problems, close } = await openSomeone({ locale: 'hi-IN' });
  await page.goto('/login');
  await page.getByRole('heading', { name: 'लॉग इन करें' }).waitFor();
  await page.locator('.auth button[type=submit]').click();
  await page.getByText('अपना पासवर्ड लिखें।').waitFor();
  await enterPassword(page, await newAccount('learner'));
  await page.waitForURL('**/dashboard/learner');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(problems).toEqual([]);
  await close();
});
