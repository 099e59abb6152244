import type { Page } from 'playwright-core';

/** Opens the list of people, when it is not open. */
export async function openPeople(page: Page): Promise<void> {
  const control = page.getByRole('button', { name: 'People', exact: true });
  if ((await control.getAttribute('aria-pressed')) !== 'true') await control.click();
  await page.getByRole('heading', { name: /^People \(/ }).waitFor();
}

/** Chooses from the menu of the one other person. */
export async function choose(page: Page, act: string): Promise<void> {
  await openPeople(page);
  await page.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}
