import { expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { mailedCode } from '../support/mailedCode.ts';
import { desktop, openSomeone, phone, type Someone } from '../support/people.ts';
import { bio, freshEmail, password, wizardOf } from '../support/signUpWizard.ts';

test('from the first Tab to the account by keyboard alone (AUTH-2)', async () => {
  const { page, problems, close } = await openSomeone();
  const { keyboard } = page;
  const email = freshEmail();
  await page.goto('/');
  await page.locator('.role--learn button').waitFor();
  await tabTo(page, '.role--learn button');
  await keyboard.press('Enter');
  await page.locator('.wizard input[name=role]').first().waitFor();
  await focusIsAt(page, 'role');
  await keyboard.press('Enter');
  await focusIsAt(page, 'name');
  await keyboard.type('Asha Rao');
  await keyboard.press('Tab');
  await keyboard.type(email);
  await keyboard.press('Tab');
  await keyboard.type(password);
  await keyboard.press('Enter');
  await focusIsAt(page, 'interests');
  await keyboard.type('Cod');
  await page.getByRole('option', { name: 'Coding', exact: true }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove Coding' }).waitFor();
  await keyboard.press('Enter');
  await focusIsAt(page, 'code');
  await keyboard.type(await mailedCode(email));
  await page.waitForURL('**/dashboard/learner');
  expect(problems).toEqual([]);
  await close();
});

test.for([
  { name: 'desktop', size: desktop, isPhone: false },
  { name: 'phone', size: phone, isPhone: true },
])(
  'each step is accessible in both themes and fits a $name (AUTH-2, look and feel)',
  // Ten analyses of a whole page, on a machine that may be busy.
  { timeout: 240_000 },
  async ({ size, isPhone }) => {
    const someone = await openSomeone({ viewport: size, hasTouch: isPhone, isMobile: isPhone });
    const { page, problems, close } = someone;
    const wizard = wizardOf(page);
    const look = async () => {
      await expectAccessible(page, ['light', 'dark'], '.wizard-dialog');
      await expectNoSidewaysScroll(page);
      if (isPhone) await fitsSheet(page);
    };
    const email = freshEmail();
    await wizard.openDialog('mentor');
    await look();
    await wizard.next.click();
    await wizard.next.click();
    await wizard.wizard.getByText('Use at least 10 characters.').waitFor();
    await look();
    await wizard.fillPerson(email);
    await wizard.next.click();
    await wizard.heading('What do you teach?').waitFor();
    await wizard.wizard.getByRole('checkbox', { name: 'Programming' }).check();
    await wizard.field('skills').pressSequentially('Pyhton');
    await page.getByRole('option', { name: 'Did you mean Python?' }).waitFor();
    await look();
    await page.keyboard.press('Enter');
    await wizard.next.click();
    await wizard.field('bio').fill(bio);
    await look();
    await wizard.next.click();
    await wizard.field('code').fill('12');
    await look();
    await wizard.field('code').fill(await mailedCode(email));
    await page.waitForURL('**/dashboard/mentor');
    expect(problems).toEqual([]);
    await close();
  },
);

type Page = Someone['page'];

/** A sheet of full height, whose foot with Next is in sight. */
async function fitsSheet(page: Page): Promise<void> {
  const box = await page.locator('.wizard-dialog').boundingBox();
  expect(box).toMatchObject({ x: 0, width: phone.width });
  expect(box!.y + box!.height).toBe(phone.height);
  expect(box!.height).toBeGreaterThan(phone.height * 0.9);
  const foot = await page.locator('.wizard__foot').boundingBox();
  expect(foot!.y + foot!.height).toBeLessThanOrEqual(phone.height);
}

async function focusIsAt(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(name);
}

async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector);
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}
