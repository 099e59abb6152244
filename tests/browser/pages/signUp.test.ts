import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { webmOf } from '../../support/mediaFiles.ts';
import { otherDigits } from '../../support/codes.ts';
import { demoAccount } from '../support/callApi.ts';
import { mailedCode } from '../support/mailedCode.ts';
import { openSomeone, shared, type Someone } from '../support/people.ts';
import { bio, fillLearner, freshEmail, password, wizardOf, type Wizard } from '../support/signUpWizard.ts';

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

const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));

describe('a learner’s wizard (AUTH-2)', () => {
  test('leads in four steps to an account, by suggestions and the mailed code (AUTH-3, AUTH-4)', async () => {
    const email = freshEmail();
    await wizard.openDialog('learner');
    expect(await wizard.wizard.locator('.steps li').count()).toBe(4);
    expect(await wizard.wizard.getByRole('radio', { name: /I want to learn/u }).isChecked()).toBe(true);
    await wizard.next.click();
    await wizard.fillPerson(email);
    await wizard.next.click();
    await wizard.heading('What do you want to learn?').waitFor();
    await wizard.field('interests').pressSequentially('Cod');
    await page.getByRole('option', { name: 'Coding', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await wizard.chip('Coding').waitFor();
    await wizard.field('interests').pressSequentially('Pyhton');
    await page.getByRole('option', { name: 'Did you mean Python?' }).click();
    await wizard.chip('Python').waitFor();
    await wizard.field('goals').fill('Write a game');
    await wizard.next.click();
    await wizard.field('code').fill(await mailedCode(email));
    await page.waitForURL('**/dashboard/learner');
    await page.getByText('Welcome, Asha Rao').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('peerlearn.sign-up'))).toBeNull();
  });

  test('says at each field what is expected, and the first wrong one has the focus', async () => {
    await page.goto('/signup');
    await wizard.next.click();
    await wizard.wizard.getByText('Choose whether you want to learn or to teach.').waitFor();
    await wizard.wizard.getByRole('radio', { name: /I want to learn/u }).check();
    await wizard.next.click();
    await wizard.next.click();
    await wizard.wizard.getByText('Write your name with 2 to 80 letters.').waitFor();
    await wizard.wizard.getByText('Write your e-mail address, like name@example.in.').waitFor();
    await wizard.wizard.getByText('Use at least 10 characters.').waitFor();
    expect(await focused()).toBe('name');
    await wizard.fillPerson(freshEmail());
    await wizard.field('password').fill('Password2024');
    await wizard.next.click();
    await wizard.wizard.getByText('This password is easy to guess. Use').waitFor();
    expect(await focused()).toBe('password');
    await wizard.field('password').fill(password);
    await wizard.next.click();
    await wizard.heading('What do you want to learn?').waitFor();
    await wizard.next.click();
    await wizard.wizard.getByText('Add at least one topic').waitFor();
    expect(await focused()).toBe('interests');
  });
});

test('a mentor’s wizard leads in five steps to an account whose picture and video are sent (AUTH-2, WEB-6)', async () => {
  const email = freshEmail();
  await wizard.open('mentor');
  expect(await wizard.wizard.locator('.steps li').count()).toBe(5);
  await wizard.next.click();
  await wizard.fillPerson(email);
  await wizard.next.click();
  for (const name of ['Programming', 'Mathematics', 'Science'])
    await wizard.wizard.getByRole('checkbox', { name }).check();
  expect(await wizard.wizard.getByRole('checkbox', { name: 'Music' }).isDisabled()).toBe(true);
  await wizard.wizard.getByRole('checkbox', { name: 'Science' }).uncheck();
  await wizard.addTopics('skills', ['Python']);
  await wizard.next.click();
  await wizard.field('bio').fill('Too short');
  await wizard.next.click();
  await wizard.wizard.getByText('Write 21 characters more.').waitFor();
  await wizard.field('bio').fill(bio);
  const [pictureInput, videoInput] = [
    wizard.wizard.locator('input[type=file]').nth(0),
    wizard.wizard.locator('input[type=file]').nth(1),
  ];
  await pictureInput.setInputFiles({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await wizard.wizard.getByText('Use a JPG, PNG or WebP up to 5 MB.').waitFor();
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2e8c86' } })
    .png()
    .toBuffer();
  await pictureInput.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await videoInput.setInputFiles({ name: 'hello.webm', mimeType: 'video/webm', buffer: webmOf(200_000) });
  await wizard.wizard.getByText('hello.webm').waitFor();
  await wizard.next.click();
  await wizard.field('code').fill(await mailedCode(email));
  await wizard.heading('Your account is ready').waitFor();
  await wizard.wizard.getByRole('img', { name: 'Sent' }).nth(1).waitFor();
  await wizard.next.click();
  await page.waitForURL('**/dashboard/mentor');
});

describe('the address (AUTH-3)', () => {
  beforeEach(async () => {
    await wizard.openDialog('learner');
    await wizard.next.click();
  });

  test('is offered a correction, which one press takes', async () => {
    await wizard.field('email').fill('asha.rao.x@gmial.com');
    await wizard.wizard.getByRole('button', { name: 'asha.rao.x@gmail.com' }).click();
    expect(await wizard.field('email').inputValue()).toBe('asha.rao.x@gmail.com');
    await wizard.wizard.getByText('Did you mean').waitFor({ state: 'detached' });
  });

  test('that has an account is said to be taken while it is typed, and log-in is offered', async () => {
    const { email } = await demoAccount(shared.url, 'learner');
    await wizard.field('email').fill(email);
    await wizard.wizard.getByText('This address already has an account.').waitFor();
    await wizard.fillPerson(email);
    await wizard.next.click();
    await wizard.wizard.locator('.field__error', { hasText: 'already has an account' }).waitFor();
    expect(await focused()).toBe('email');
    await wizard.wizard.getByRole('button', { name: 'Log in instead' }).click();
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').getByLabel('E-mail').inputValue()).toBe(email);
  });
});

describe('the code (AUTH-4)', () => {
  test('wrong, then right', async () => {
    const email = freshEmail();
    await fillLearner(wizard, email);
    const code = await mailedCode(email);
    await wizard.field('code').fill(otherDigits(code));
    await wizard.wizard.getByText('That code is not right.').waitFor();
    expect(await wizard.field('code').inputValue()).toBe('');
    expect(await focused()).toBe('code');
    await wizard.field('code').fill(code);
    await page.waitForURL('**/dashboard/learner');
  });

  test('typed wrongly five times is over; it counts when a new one may be sent', async () => {
    const email = freshEmail();
    await fillLearner(wizard, email);
    const code = await mailedCode(email);
    await wizard.wizard.getByText(/A new one in 0:\d\d/u).waitFor();
    await wizard.wizard.getByText(/Good for \d+:\d\d/u).waitFor();
    for (let tries = 1; tries <= 5; tries++) {
      await wizard.field('code').fill(otherDigits(code));
      const words = tries < 5 ? 'That code is not right.' : 'This code is too old, or was tried too often.';
      await wizard.wizard.getByText(words).waitFor();
      await expect.poll(() => wizard.field('code').inputValue()).toBe('');
    }
    await wizard.field('code').fill(code);
    await wizard.wizard.getByText('This code is too old, or was tried too often.').waitFor();
  });

  test('"Change e-mail" leads back to the address, and another code goes to the new one', async () => {
    const [email, other] = [freshEmail(), freshEmail()];
    await fillLearner(wizard, email);
    await wizard.wizard.getByRole('button', { name: 'Change e-mail' }).click();
    expect(await wizard.field('email').inputValue()).toBe(email);
    await wizard.field('email').fill(other);
    await wizard.next.click();
    await wizard.chip('Kathak').waitFor();
    await wizard.next.click();
    await wizard.field('code').fill(await mailedCode(other));
    await page.waitForURL('**/dashboard/learner');
  });
});
