import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import type { Role } from '../../../api/contracts/accounts.ts';
import { enterPassword, newAccount, newAdmin, setUpApp, type Who } from './authSteps.ts';
import { demoAccount } from './callApi.ts';
import { collectConnections } from './mediaStats.ts';

export const shared = inject('shared');
export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

let browser: Promise<Browser> | undefined;

/** The one browser of the run, as this file's own connection to it. */
const openBrowser = (): Promise<Browser> => (browser ??= chromium.connect(shared.browserEndpoint));

export type Someone = { page: Page; context: BrowserContext; problems: string[]; close: () => Promise<void> };

/** Someone with a browser profile of their own, not logged in. Errors of the page are collected in `problems`. */
export async function openSomeone(options: BrowserContextOptions = {}): Promise<Someone> {
  const context = await (
    await openBrowser()
  ).newContext({
    viewport: desktop,
    baseURL: shared.url,
    reducedMotion: 'reduce',
    ...options,
  });
  await context.grantPermissions(['camera', 'microphone'], { origin: shared.url });
  await context.addInitScript(collectConnections);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  return { page, context, problems, close: () => context.close() };
}

/** Someone who logged in through the form, on their dashboard. Each admin is a new one, with an app of their own. */
export async function logIn(someone: Someone, role: Role): Promise<void> {
  const who = role === 'admin' ? await newAdmin() : await demoAccount(shared.url, role);
  const { page } = someone;
  await page.goto('/login');
  await enterPassword(page, who);
  if (role === 'admin') await setUpApp(page);
  await page.waitForURL(`**/dashboard/${role}`);
}

/** Someone on their dashboard whom no other file meets: `newAccount` made their account. */
export async function openNewcomer(
  role: 'learner' | 'mentor',
  { who, ...options }: BrowserContextOptions & { who?: Who } = {},
): Promise<Someone> {
  const someone = await openSomeone(options);
  const { page } = someone;
  const account = who ?? (await newAccount(role));
  await page.goto('/login');
  await enterPassword(page, account);
  await page.waitForURL(`**/dashboard/${role}`);
  return someone;
}

export async function openPerson(role: Role, options: BrowserContextOptions = {}): Promise<Someone> {
  const someone = await openSomeone(options);
  await logIn(someone, role);
  return someone;
}
