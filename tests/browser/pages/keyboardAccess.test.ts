import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { enterPassword, newAccount, newAdmin } from '../support/authSteps.ts';
import { appDigits } from '../../support/totp.ts';
import { countMails, mailedCode } from '../support/mailedCode.ts';
import { desktop, openSomeone, phone, type Someone } from '../support/people.ts';

let someone: Someone;
let page: Someone['page'];
beforeEach(async () => {
  someone = await openSomeone();
  ({ page } = someone);
});
afterEach(async () => {
  expect(someone.problems).toEqual([]);
  await someone.close();
});

/** By a tool in both themes, and on the narrowest phone without a sideways scroll. */
async function look(part = 'html'): Promise<void> {
  await page.setViewportSize(desktop);
  await expectAccessible(page, ['light', 'dark'], part);
  await page.setViewportSize(phone);
  await expectAccessible(page, ['dark'], part);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
}
const press = async (name: string) => {
  const button = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 40; presses++) {
    if (await button.evaluate((element) => element === document.activeElement)) {
      return page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached by keyboard`);
};
const focusedName = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
const focusIsAt = (name: string) =>
  page.waitForFunction((wanted) => document.activeElement?.getAttribute('name') === wanted, name);

describe('every view of log-in is accessible in both themes and fits a phone (WEB, look and feel)', () => {
  const openDialog = async () => {
    await page.goto('/sessions');
    await page.getByRole('button', { name: 'Log in', exact: true }).first().click();
    await page.locator('.auth [name=email]').waitFor();
  };

  test('log-in and what it says about fields', async () => {
    await openDialog();
    await look('.dialog');
    await enterPassword(page, { email: 'no-one@example.com', password: '' });
    await page.getByText('Write your password.').waitFor();
    await look('.dialog');
  });

  test('a new password by a mailed code', async () => {
    await openDialog();
    await page.locator('.auth [name=email]').fill('no-one@example.com');
    await page.getByRole('button', { name: 'Forgot password?' }).click();
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.locator('.auth [name=password]').waitFor();
    await page.getByRole('button', { name: 'Set password and log in' }).click();
    await page.getByText('Write the six digits from the mail.').waitFor();
    await look('.dialog');
  });

  test('second step: set-up, recovery codes, later log-in, settings', async () => {
    const admin = await newAdmin();
    await page.goto('/login');
    await enterPassword(page, admin);
    await page.locator('.app-key code').waitFor();
    await look();
    const secret = (await page.locator('.app-key code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Code that the app shows').fill(appDigits(secret));
    await page.getByLabel('I have stored them').waitFor();
    await look();
    await page.getByLabel('I have stored them').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/dashboard/admin');
    await page.goto('/dashboard/admin/settings/security');
    await page.getByText('10 of 10 recovery codes left').waitFor();
    await page.getByText('This one').waitFor();
    await look();
    await page.setViewportSize(desktop);
    await page.getByRole('button', { name: 'New recovery codes' }).click();
    await page.getByRole('dialog').locator('[name=code]').waitFor();
    await look('.dialog');

    const again = await openSomeone();
    await again.page.goto('/login');
    await enterPassword(again.page, admin);
    await again.page.getByLabel('Code of the app').waitFor();
    await expectAccessible(again.page);
    await again.close();
  });
});

test('log-in by code and reset by keyboard alone, and the focus is always where one goes on (AUTH-5)', async () => {
  const { email } = await newAccount('learner');
  const mails = await countMails(email);
  await page.goto('/sessions');
  await page.getByRole('button', { name: 'Log in', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await focusIsAt('email');
  await page.keyboard.type(email);
  await press('Log in with an e-mailed code');
  await focusIsAt('email');
  await page.keyboard.press('Enter');
  await focusIsAt('code');
  await press('Use another e-mail');
  await focusIsAt('email');
  await press('Back to log-in');
  await focusIsAt('email');
  expect(await page.locator('.auth [name=email]').inputValue()).toBe(email);
  await press('Forgot password?');
  await focusIsAt('email');
  await page.keyboard.press('Enter');
  await focusIsAt('code');
  await page.keyboard.type(await mailedCode(email, mails + 1));
  await page.keyboard.press('Tab');
  expect(await focusedName()).toBe('password');
  await page.keyboard.type('nine quiet tigers sleep');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/dashboard/learner');
});
