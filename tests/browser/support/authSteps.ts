import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { codeSent } from '../../../api/contracts/accounts.ts';
import { projectRoot } from '../../../config/settings.ts';
import { learner, mentor } from '../../support/signUps.ts';
import { appDigits } from '../../support/totp.ts';
import { enterPassword, type Who } from './enter.ts';
import { mailedCode } from './mailedCode.ts';

const shared = inject('shared');
const run = promisify(execFile);

export { enterPassword, type Who };

/** An admin that the operator's command has just made: no authenticator app yet. */
export async function newAdmin(): Promise<Who> {
  const email = `admin-${randomUUID()}@example.com`;
  const args = ['create-admin', '--email', email, '--name', 'Leela Menon'];
  const running = run(process.execPath, [join(projectRoot, 'bin/peerlearn.mjs'), ...args], {
    env: { ...process.env, ...shared.productEnv },
  });
  // Without an end the command waits for a password by its standard input.
  running.child.stdin?.end();
  const { stdout } = await running;
  const [, password] = /shown only now: (\S+)/u.exec(stdout) ?? [];
  if (!password) throw new Error(`create-admin told no password: ${stdout}`);
  return { email, password };
}

/** An account of its own for a test that locks it or changes its password. */
export async function newAccount(role: 'learner' | 'mentor'): Promise<Who> {
  const account = role === 'learner' ? learner() : mentor();
  const { codeId } = codeSent.parse(await post('/api/auth/sign-up', account));
  await post('/api/auth/finish-sign-up', { codeId, code: await mailedCode(account.email) });
  return { email: account.email, password: account.password };
}

export async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${shared.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** An admin's first log-in: the app, its first code, the recovery codes. @returns what a person would keep */
export async function setUpApp(page: Page): Promise<{ secret: string; codes: string[] }> {
  const secret = (await page.locator('.app-key code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code that the app shows').fill(appDigits(secret));
  const list = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await list.first().waitFor();
  const codes = await list.allInnerTexts();
  await page.getByLabel('I have stored them').check();
  await page.getByRole('button', { name: 'Go on' }).click();
  return { secret, codes };
}
