import type { Page } from 'playwright-core';

export type Who = { email: string; password: string };

/** Fills in the log-in form of the dialog or the page. */
export async function enterPassword(page: Page, { email, password }: Who): Promise<void> {
  await page.locator('.auth [name=email]').fill(email);
  await page.locator('.auth [name=password]').fill(password);
  await page.locator('.auth button[type=submit]').click();
}

export async function enter(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('navigation', { name: 'Lesson controls' }).waitFor();
}
