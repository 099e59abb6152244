import { beforeAll, describe, expect, test } from 'vitest';
import { session } from '../../../api/contracts/sessions.ts';
import { enterPassword, newAccount } from '../support/authSteps.ts';
import { callApiAs } from '../support/callApi.ts';
import { mailedCode } from '../support/mailedCode.ts';
import { openSomeone, shared } from '../support/people.ts';
import { freshEmail, wizardOf } from '../support/signUpWizard.ts';

let path: string;
beforeAll(async () => {
  const asMentor = await callApiAs(shared.url, 'mentor');
  const startsAt = new Date(
    Date.now() + (45 * 24 + Math.floor(Math.random() * 200)) * 3600_000,
  ).toISOString();
  const about = {
    title: 'Returning to what was begun',
    topics: ['Acts'],
    startsAt,
    durationMinutes: 15,
    capacity: 6,
  };
  path = `/sessions/${session.parse(await asMentor('POST', '/api/sessions', about)).id}`;
});

describe('a visitor who presses Book (AUTH-8)', () => {
  test('logs in and has the seat, on the page where they were', async () => {
    const who = await newAccount('learner');
    const { page, problems, close } = await openSomeone();
    await page.goto(path);
    await page.getByRole('button', { name: 'Book a free seat' }).first().click();
    await page.getByText('Log in to go on. You come back to where you are.').waitFor();
    await page.reload();
    await page.getByText('Log in to go on. You come back to where you are.').waitFor();
    await enterPassword(page, who);
    await page.getByText('Your seat is booked').first().waitFor();
    expect(page.url()).toBe(`${shared.url}${path}`);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('signs up and has the seat', async () => {
    const email = freshEmail();
    const { page, problems, close } = await openSomeone();
    await page.goto(path);
    await page.getByRole('button', { name: 'Book a free seat' }).first().click();
    await page.locator('.auth [name=email]').fill(email);
    await page.getByRole('button', { name: 'Create an account' }).click();
    const wizard = wizardOf(page);
    await wizard.wizard.getByRole('radio', { name: /I want to learn/u }).check();
    await wizard.next.click();
    expect(await wizard.field('email').inputValue()).toBe(email);
    await wizard.fillPerson(email);
    await wizard.next.click();
    await wizard.heading('What do you want to learn?').waitFor();
    await wizard.addTopics('interests', ['Kathak']);
    await wizard.next.click();
    await wizard.field('code').fill(await mailedCode(email));
    await page.getByText('Your seat is booked').first().waitFor();
    expect(page.url()).toBe(`${shared.url}${path}`);
    expect(problems).toEqual([]);
    await close();
  });

  test('and turns out to be a mentor is told kindly that seats are for learners', async () => {
    const { page, close } = await openSomeone();
    await page.goto(path);
    await page.getByRole('button', { name: 'Book a free seat' }).first().click();
    await enterPassword(page, await newAccount('mentor'));
    await page.getByText('Seats are for learners').first().waitFor();
    expect(page.url()).toBe(`${shared.url}${path}`);
    await close();
  });

  test('and closes the dialog has begun nothing: a later log-in books no seat', async () => {
    const who = await newAccount('learner');
    const { page, close } = await openSomeone();
    await page.goto(path);
    const book = page.getByRole('button', { name: 'Book a free seat' }).first();
    await book.click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => book.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Log in', exact: true }).first().click();
    await enterPassword(page, who);
    await page.waitForURL('**/dashboard/learner');
    await page.goto(path);
    await page.getByRole('button', { name: 'Book a free seat' }).first().waitFor();
    await close();
  });
});

test('a visitor of a dashboard’s page comes to it after log-in', async () => {
  const { page, close } = await openSomeone();
  await page.goto('/dashboard/learner/bookings');
  await page.waitForURL('**/login?next=**');
  await enterPassword(page, await newAccount('learner'));
  await page.waitForURL('**/dashboard/learner/bookings');
  await close();
});
