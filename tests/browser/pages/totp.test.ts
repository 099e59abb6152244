import { text } from 'node:stream/consumers';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { appDigits } from '../../support/totp.ts';
import { enterPassword, newAdmin, setUpApp } from '../support/authSteps.ts';
import { openSomeone, type Someone } from '../support/people.ts';

const stepMs = 30_000;

async function begin(who: { email: string; password: string }): Promise<Someone> {
  const someone = await openSomeone();
  await someone.page.goto('/login');
  await enterPassword(someone.page, who);
  return someone;
}

test('an admin’s first log-in sets up the app and gives recovery codes; later ones take either, each once (AUTH-7)', async () => {
  const admin = await newAdmin();
  const first = await begin(admin);
  const picture = first.page.getByRole('img', { name: 'QR code for your authenticator app' });
  await picture.waitFor();
  const typed = (await first.page.locator('.app-key code').innerText()).replaceAll(' ', '');
  expect(await readQr(await picture.screenshot())).toContain(`secret=${typed}`);

  await first.page.getByRole('button', { name: 'Turn on' }).click();
  await first.page.getByText('Write the six digits of your app.').waitFor();
  const right = appDigits(typed);
  await first.page.getByLabel('Code that the app shows').fill(right === '000000' ? '000001' : '000000');
  await first.page.getByText('That code is not right').waitFor();

  await first.page.getByLabel('Code that the app shows').fill(appDigits(typed));
  await first.page.getByRole('button', { name: 'Go on' }).click();
  await first.page.getByText('Store the codes first, then tick this.').waitFor();
  const [file] = await Promise.all([
    first.page.waitForEvent('download'),
    first.page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const codes = await first.page
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await text(await file.createReadStream())).toContain(codes.join('\n'));
  await first.page.getByLabel('I have stored them').check();
  await first.page.getByRole('button', { name: 'Go on' }).click();
  await first.page.waitForURL('**/dashboard/admin');

  const second = await begin(admin);
  const appField = second.page.getByLabel('Code of the app');
  await appField.waitFor();
  // A code is good once, so the app's next one is taken; the server's clock may be one step away.
  await appField.fill(appDigits(typed, Date.now() + stepMs));
  await second.page.waitForURL('**/dashboard/admin');

  const third = await begin(admin);
  await third.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await third.page.getByLabel('Recovery code').fill((codes[0] ?? '').toLowerCase());
  await third.page.keyboard.press('Enter');
  await third.page.waitForURL('**/dashboard/admin');

  const fourth = await begin(admin);
  await fourth.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await fourth.page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await fourth.page.keyboard.press('Enter');
  await fourth.page.getByText('That recovery code is not right, or was used already.').waitFor();

  for (const one of [first, second, third, fourth]) {
    expect(one.problems).toEqual([]);
    await one.close();
  }
});

test('an admin renews the recovery codes in the settings, and cannot turn the second step off (AUTH-7)', async () => {
  const admin = await newAdmin();
  const { page, problems, close } = await begin(admin);
  const { codes } = await setUpApp(page);
  await page.waitForURL('**/dashboard/admin');
  await page.goto('/dashboard/admin/settings/security');
  await page.getByText('10 of 10 recovery codes left').waitFor();
  await page.getByText('Admins cannot turn it off.').waitFor();
  await page.getByRole('button', { name: 'New recovery codes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name=password]').fill(admin.password);
  await dialog.locator('[name=code]').fill(codes[1] ?? '');
  await dialog.getByRole('button', { name: 'Make new codes' }).click();
  const renewed = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await renewed.first().waitFor();
  expect(await renewed.allInnerTexts()).not.toEqual(codes);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByLabel('I have stored them').check();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await close();
});

async function readQr(png: Buffer): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}
