import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digitsOf } from '../../api/accounts/emailCode.ts';
import { type CodePurpose, EmailCode } from '../../api/accounts/model.ts';
import { createMailTransport, sendEmailCode, sendPasswordChanged } from '../../api/mail/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { loadSettings, type Settings } from '../../config/settings.ts';
import { buildUser } from '../support/builders.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { settingsEnv } from '../support/workersProcess.ts';

let database: TestDatabase;
let knex: Knex;
let smtp: TestSmtp;
let settings: Settings;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  smtp = await startSmtp();
  const env = settingsEnv({ databaseUrl: database.url, redisUrl: 'redis://unused', smtpUrl: smtp.url });
  settings = loadSettings({ ...env, PUBLIC_URL: 'https://learn.example.com' });
});
afterAll(async () => {
  await smtp.close();
  await knex.destroy();
  await database.drop();
});

const context = () => ({
  ...{ settings, knex, host: 'learn.example.com' },
  sendMail: createMailTransport(settings.mail.smtpUrl, settings.mail.from),
});
const fromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

async function buildCode(purpose: CodePurpose, overrides: Partial<EmailCode> = {}) {
  const row = {
    ...{ id: randomUUID(), purpose, email: `${randomUUID()}@example.com`, account: null },
    ...{ issue: 1, tries: 0, sentAt: fromNow(0), expiresAt: fromNow(10), usedAt: null },
    ...overrides,
  };
  await EmailCode.query(knex).insert(row);
  return row;
}
/** Runs the job for a code. @returns the mails that went out. */
async function mail({ id, issue }: { id: string; issue: number }, jobId: string = randomUUID()) {
  const before = smtp.accepted.length;
  await sendEmailCode(context(), { codeId: id, issue }, { id: jobId });
  return smtp.accepted.slice(before);
}

describe('mail.emailCode', () => {
  test('brings the digits in subject, text and HTML, and nobody’s own words', async () => {
    const code = await buildCode('sign_up');
    const [sent] = await mail(code);
    const digits = digitsOf(settings.tokens, code);
    expect(sent?.to?.[0]?.address).toBe(code.email);
    for (const part of [sent?.subject, sent?.text, sent?.html]) expect(part).toContain(digits);
    expect(sent?.text).toContain('10 minutes');
    expect(sent?.text).not.toContain('undefined');
  });

  test('goes out once, however often the job runs', async () => {
    const [code, jobId] = [await buildCode('sign_up'), randomUUID()];
    expect(await mail(code, jobId)).toHaveLength(1);
    expect(await mail(code, jobId)).toHaveLength(0);
  });

  test('to someone who has an account says so instead of bringing a code', async () => {
    const { email } = await buildUser(knex);
    const code = await buildCode('sign_up', { email });
    const [sent] = await mail(code);
    expect(sent?.subject).toBe('You have a PeerLearn account already');
    expect(sent?.text).toContain('https://learn.example.com/login');
    expect(`${sent?.text}${sent?.html}`).not.toContain(digitsOf(settings.tokens, code));
  });

  test.for(['log_in', 'reset'] as const)('for %s goes only to those who have an account', async (purpose) => {
    expect(await mail(await buildCode(purpose))).toEqual([]);
    const { email } = await buildUser(knex);
    const code = await buildCode(purpose, { email });
    const [sent] = await mail(code);
    expect(sent?.text).toContain(digitsOf(settings.tokens, code));
  });

  test('is not sent for a code that is over or was replaced', async () => {
    const over = [
      await buildCode('sign_up', { expiresAt: fromNow(-1) }),
      await buildCode('sign_up', { usedAt: fromNow(0) }),
      await buildCode('sign_up', { tries: 5 }),
      { ...(await buildCode('sign_up', { issue: 2 })), issue: 1 },
      { id: randomUUID(), issue: 1 },
    ];
    for (const code of over) expect(await mail(code)).toEqual([]);
  });
});

describe('mail.passwordChanged', () => {
  test('tells when, and what to do if it was somebody else', async () => {
    const { id, email } = await buildUser(knex, { name: 'Meera <b>Nair</b>' });
    const data = { userId: id, changedAt: '2026-12-01T10:30:00.000Z' };
    await sendPasswordChanged(context(), data, { id: randomUUID() });
    const sent = smtp.accepted.at(-1);
    expect(sent?.to?.[0]?.address).toBe(email);
    expect(sent?.text).toContain('1 December 2026');
    expect(sent?.html).toContain('Meera &lt;b&gt;Nair&lt;/b&gt;');
    expect(sent?.text).toContain('Not you?');
  });
});
