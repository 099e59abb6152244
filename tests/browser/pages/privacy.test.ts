import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzip } from '../../support/unzip.ts';
import { enterPassword, newAccount, type Who } from '../support/authSteps.ts';
import { openNewcomer, type Someone } from '../support/people.ts';

let learner: Someone;
let who: Who;
beforeAll(async () => {
  who = await newAccount('learner');
  learner = await openNewcomer('learner', { who, acceptDownloads: true });
  await learner.page.goto('/dashboard/learner/settings/privacy');
});
afterAll(async () => {
  expect(learner.problems).toEqual([]);
  await learner.close();
});

test('one’s data are asked for, made, downloaded, and whole (WEB-6)', async () => {
  const { page } = learner;
  await page.getByText('You have no exports yet.').waitFor();
  await page.getByRole('button', { name: 'Make an export' }).click();
  const link = page.getByRole('link', { name: 'Download' });
  await link.waitFor({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^peerlearn-[\d-]+\.zip$/u);
  const path = join(await mkdtemp(join(tmpdir(), 'peerlearn-export-')), 'export.zip');
  await download.saveAs(path);
  const files = await unzip(await readFile(path));
  await rm(dirname(path), { recursive: true });
  expect(files.get('account.json')?.toString()).toContain(who.email);
  expect(files.get('index.html')?.toString()).toContain('Your data at PeerLearn');
});

test('one’s account is deleted by password, after its consequences were read (WEB-6)', async () => {
  const { page } = learner;
  await page.getByText('Your name, e-mail, profile, picture').waitFor();
  await page.getByRole('button', { name: 'Delete my account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await dialog.getByText('Write your password.').waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill('not my password');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill(who.password);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/login');
  await enterPassword(page, who);
  await page.getByText('E-mail or password is wrong.').waitFor();
});
