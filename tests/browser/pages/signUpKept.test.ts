import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countMails, mailedCode } from '../support/mailedCode.ts';
import { openSomeone, type Someone } from '../support/people.ts';
import { fillLearner, freshEmail, password, wizardOf, type Wizard } from '../support/signUpWizard.ts';

let someone: Someone;
let page: Someone['page'];
let wizard: Wizard;
beforeEach(async () => {
  someone = await openSomeone();
  ({ page } = someone);
  wizard = wizardOf(page);
});
afterEach(async () => {
  expect(someone.problems).toEqual([]);
  await someone.close();
});

const stepOf = () => wizard.wizard.locator('.steps [aria-current=step]').innerText();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));

describe('nothing typed is lost (AUTH-2)', () => {
  test('on Back, and on closing and opening again; the same account needs no second code', async () => {
    const email = freshEmail();
    await fillLearner(wizard, email, wizard.openDialog);
    const code = await mailedCode(email);
    await wizard.back.click();
    await wizard.chip('Kathak').waitFor();
    await wizard.back.click();
    expect(await wizard.field('email').inputValue()).toBe(email);
    expect(await wizard.field('password').inputValue()).toBe(password);
    await page.keyboard.press('Escape');
    await wizard.wizard.waitFor({ state: 'detached' });
    await page.locator('.role--learn button').click();
    expect(await wizard.field('name').inputValue()).toBe('Asha Rao');
    expect(await wizard.field('password').inputValue()).toBe(password);
    await wizard.next.click();
    await wizard.chip('Kathak').waitFor();
    await wizard.next.click();
    await wizard.field('code').fill(code);
    await page.waitForURL('**/dashboard/learner');
    expect(await countMails(email)).toBe(1);
  });

  test('on a reload, but for the password, which is asked for again', async () => {
    await wizard.open('learner');
    await wizard.next.click();
    const email = freshEmail();
    await wizard.fillPerson(email);
    await wizard.next.click();
    await wizard.addTopics('interests', ['Kathak']);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      password,
    );
    await page.reload();
    await wizard.chip('Kathak').waitFor();
    await wizard.next.click();
    await wizard.wizard.getByText('Type your password again.').waitFor();
    expect(await focused()).toBe('password');
    expect(await wizard.field('email').inputValue()).toBe(email);
    await wizard.field('password').fill(password);
    await wizard.next.click();
    await wizard.chip('Kathak').waitFor();
    await wizard.next.click();
    await wizard.field('code').fill(await mailedCode(email));
    await page.waitForURL('**/dashboard/learner');
  });

  test('on a reload while the mail is read: the code still counts', async () => {
    const email = freshEmail();
    await fillLearner(wizard, email);
    const code = await mailedCode(email);
    await page.reload();
    await wizard.field('code').fill(code);
    await page.waitForURL('**/dashboard/learner');
  });

  test('on a dropped connection, in any step; a code whose answer was lost is no dead end', async () => {
    const email = freshEmail();
    await wizard.open('learner');
    await wizard.next.click();
    await wizard.fillPerson(email);
    await someone.context.setOffline(true);
    await wizard.next.click();
    await wizard.wizard.getByText('No connection.').waitFor();
    await wizard.wizard.getByText('Nothing you typed is lost.').waitFor();
    await someone.context.setOffline(false);
    await wizard.wizard.getByText('No connection.').waitFor({ state: 'detached' });
    await wizard.next.click();
    await wizard.addTopics('interests', ['Kathak']);
    await wizard.next.click();
    await wizard.field('code').waitFor();
    // The account is made, and the answer that says so never arrives.
    await page.route('**/api/auth/finish-sign-up', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await wizard.field('code').fill(await mailedCode(email));
    await wizard.wizard.getByText('No connection.').waitFor();
    await page.unroute('**/api/auth/finish-sign-up');
    await wizard.next.click();
    await page.waitForURL('**/dashboard/learner');
  });
});

test('pressing twice, or Enter and the button, asks once', async () => {
  const email = freshEmail();
  await wizard.open('learner');
  await wizard.next.click();
  await wizard.fillPerson(email);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await wizard.next.dblclick();
  await wizard.heading('What do you want to learn?').waitFor();
  expect(asked.filter((path) => path === '/api/auth/check-person')).toHaveLength(1);
  await wizard.addTopics('interests', ['Kathak']);
  await wizard.field('interests').press('Enter');
  await wizard.next.click();
  await wizard.field('code').waitFor();
  expect(asked.filter((path) => path === '/api/auth/sign-up')).toHaveLength(1);
  expect(await stepOf()).toContain('E-mail code');
});
