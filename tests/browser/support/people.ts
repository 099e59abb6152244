import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import { signedIn, type Role } from '../../../api/contracts/accounts.ts';
import { enterPassword, newAccount, newAdmin, setUpApp, type Who } from './authSteps.ts';
import { demoAccount } from './callApi.ts';
import { collectConnections } from './mediaStats.ts';
import { watchRequests } from './settled.ts';

export const shared = inject('shared');
export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

let browser: Promise<Browser> | undefined;

/** The one browser of the run, as this file's own connection to it. */
const openBrowser = (): Promise<Browser> => (browser ??= chromium.connect(shared.browserEndpoint));

export type Someone = { page: Page; context: BrowserContext; problems: string[]; close: () => Promise<void> };
export type Member = Someone & { id: string; name: string };

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
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  watchRequests(page);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  return { page, context, problems, close: () => context.close() };
}

/** Logs in through the form, to their dashboard. Each admin is a new one, with an app of their own. */
export async function logIn({ page }: Someone, role: Role): Promise<void> {
  const who = role === 'admin' ? await newAdmin() : await demoAccount(shared.url, role);
  await page.goto('/login');
  await enterPassword(page, who);
  if (role === 'admin') await setUpApp(page);
  await page.waitForURL(`**/dashboard/${role}`);
}

/** Someone whose browser is logged in already, and has no page open yet. */
export async function openLoggedIn(
  { email, password }: Who,
  options: BrowserContextOptions = {},
): Promise<Member> {
  // As the log-in form leaves it: this browser has a cookie of ours (web/lib/credentials.ts).
  const localStorage = [{ name: 'peerlearn.signed-in', value: '1' }];
  const storageState = { cookies: [], origins: [{ origin: shared.url, localStorage }] };
  const someone = await openSomeone({ storageState, ...options });
  const answer = await someone.context.request.post('/api/auth/login', { data: { email, password } });
  const { user } = signedIn.parse(await answer.json());
  return { ...someone, id: user.id, name: user.name };
}

/** Someone whom no other file meets, logged in: `newAccount` made their account. */
export async function openNewcomer(
  role: 'learner' | 'mentor',
  { who, ...options }: BrowserContextOptions & { who?: Who } = {},
): Promise<Member> {
  return openLoggedIn(who ?? (await newAccount(role)), options);
}

/** One of the demo accounts, logged in. An admin is a new one, on their dashboard. */
export async function openPerson(role: Role, options: BrowserContextOptions = {}): Promise<Someone> {
  if (role !== 'admin') return openLoggedIn(await demoAccount(shared.url, role), options);
  const someone = await openSomeone(options);
  await logIn(someone, role);
  return someone;
}
