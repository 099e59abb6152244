import { signedIn } from '../../../api/contracts/accounts.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterPassword, newAccount, post } from '../support/authSteps.ts';
import { mailedCode, countMails } from '../support/mailedCode.ts';
import { openNewcomer, openSomeone, shared, type Someone } from '../support/people.ts';

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

const refusal = () => page.locator('.auth .banner--danger');

describe('log-in by password (AUTH-5)', () => {
  test('five wrong tries lock the account and say for how long; the e-mail stays', async () => {
    const who = await newAccount('learner');
    await page.goto('/login');
    for (let tries = 1; tries < 5; tries++) {
      await enterPassword(page, { ...who, password: `wrong ${tries}` });
      await refusal().getByText('E-mail or password is wrong').waitFor();
    }
    await enterPassword(page, { ...who, password: 'wrong 5' });
    await refusal().getByText('this account is locked').waitFor();
    expect(await refusal().innerText()).toMatch(/You can try again in 1[45]:\d\d|15:00/u);
    const first = await refusal().locator('[data-left]').getAttribute('data-left');
    await page.waitForFunction(
      (before) => document.querySelector('.auth [data-left]')?.getAttribute('data-left') !== before,
      first,
    );
    await enterPassword(page, who);
    await refusal().getByText('this account is locked').waitFor();
    expect(await page.locator('.auth [name=email]').inputValue()).toBe(who.email);
  });

  test('leads only to paths of our own (AUTH-8)', async () => {
    const who = await newAccount('learner');
    for (const evil of [
      '//evil.example/x',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
    ]) {
      await page.goto(`/login?next=${encodeURIComponent(evil)}`);
      await enterPassword(page, who);
      await page.waitForURL(`${shared.url}/dashboard/learner`);
      await page.evaluate(() => localStorage.removeItem('peerlearn.signed-in'));
    }
    await page.goto('/login?next=%2Fdashboard%2Flearner%2Fbookings');
    await enterPassword(page, who);
    await page.waitForURL(`${shared.url}/dashboard/learner/bookings`);
  });

  test('leads each role to its own dashboard, also from another’s and from / (AUTH-8)', async () => {
    const mentor = await openNewcomer('mentor');
    await mentor.page.goto('/dashboard/admin');
    await mentor.page.waitForURL(`${shared.url}/dashboard/mentor`);
    await mentor.page.goto('/');
    await mentor.page.waitForURL(`${shared.url}/dashboard/mentor`);
    await mentor.page.goto('/login');
    await mentor.page.waitForURL(`${shared.url}/dashboard/mentor`);
    await mentor.page.goto('/signup');
    await mentor.page.waitForURL(`${shared.url}/dashboard/mentor`);
    await mentor.close();
  });
});

describe('log-in by an e-mailed code (AUTH-5)', () => {
  test('asks for the code after the e-mail that was typed, outlives a reload, and refuses a wrong one', async () => {
    const { email } = await newAccount('learner');
    const before = await countMails(email);
    await page.goto('/login');
    await page.locator('.auth [name=email]').fill(email);
    await page.getByRole('button', { name: 'Log in with an e-mailed code' }).click();
    expect(await page.locator('.auth [name=email]').inputValue()).toBe(email);
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByText(`If ${email} has an account`).waitFor();
    await page.getByText(/A new code can be sent in \d+ second/u).waitFor();
    const code = await mailedCode(email, before);
    await page.reload();
    await page.getByText(`If ${email} has an account`).waitFor();
    await page.getByLabel('Code').fill(code === '123456' ? '654321' : '123456');
    await page.getByText('That code is not right').waitFor();
    expect(await page.getByLabel('Code').inputValue()).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code');
    await page.getByLabel('Code').fill(code);
    await page.waitForURL('**/dashboard/learner');
  });

  test('says the same for an address that nobody has', async () => {
    await page.goto('/login');
    await page.getByRole('button', { name: 'Log in with an e-mailed code' }).click();
    await page.locator('.auth [name=email]').fill('no-one-at-home@example.com');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByText('If no-one-at-home@example.com has an account').waitFor();
  });
});

describe('several tabs (AUTH-6)', () => {
  test('log-in and log-out in one are seen in the other; both refreshing at once stay logged in', async () => {
    const other = await someone.context.newPage();
    await Promise.all([page.goto('/login'), other.goto('/login')]);
    await enterPassword(page, await newAccount('learner'));
    await page.waitForURL('**/dashboard/learner');
    await other.waitForURL('**/dashboard/learner');
    for (let times = 0; times < 3; times++) await Promise.all([page.reload(), other.reload()]);
    for (const tab of [page, other]) {
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(tab.url()).toBe(`${shared.url}/dashboard/learner`);
    }
    await page.getByRole('button', { name: /Your menu/u }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await other.waitForURL((url) => !url.pathname.startsWith('/dashboard'));
  });
});

describe('a log-in that the server ended (AUTH-6, ERR)', () => {
  test('is asked for again over the page, which keeps what was typed', async () => {
    const who = await newAccount('learner');
    await page.goto('/login?next=%2Fdashboard%2Flearner%2Fsettings%2Fsecurity');
    await enterPassword(page, who);
    const field = (name: string) => page.locator(`.secure-part [name=${name}]`);
    await field('current').fill(who.password);
    await field('password').fill('eleven brave camels');
    const elsewhere = signedIn.parse(await post('/api/auth/login', who));
    await fetch(`${shared.url}/api/profile/logins/end-others`, {
      method: 'POST',
      headers: { authorization: `Bearer ${elsewhere.accessToken}` },
    });
    // The API says this only once the page's access token is old, which takes 15 minutes.
    await page.route('**/api/profile/password', (route) => route.fulfill(tokenIsOld), { times: 1 });
    const change = page.getByRole('button', { name: 'Change password' });
    await change.click();
    await page.getByText('Your log-in has ended. Log in again to go on').waitFor();
    expect(await page.locator('.auth [name=email]').inputValue()).toBe(who.email);
    await page.locator('.auth [name=password]').fill(who.password);
    await page.locator('.auth button[type=submit]').click();
    await page.locator('.auth').waitFor({ state: 'detached' });
    expect(await field('password').inputValue()).toBe('eleven brave camels');
    await change.click();
    await page.getByText('Your password is changed').waitFor();
  });

  test('leaves the dashboard to who does not log in again', async () => {
    const who = await newAccount('learner');
    await page.goto('/login?next=%2Fdashboard%2Flearner%2Fsettings%2Fsecurity');
    await enterPassword(page, who);
    await page.locator('.secure-part [name=current]').fill('x');
    await someone.context.clearCookies();
    await page.route('**/api/profile/password', (route) => route.fulfill(tokenIsOld), { times: 1 });
    await page.locator('.secure-part [name=password]').fill('eleven brave camels');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your log-in has ended. Log in again to go on').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL('**/login?next=**');
  });
});

const tokenIsOld = {
  status: 401,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'Old', status: 401, code: 'not_signed_in' }),
};
