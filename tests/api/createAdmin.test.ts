import { execFile, type ExecFileException } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { User } from '../../api/accounts/index.ts';
import { AuditEntry } from '../../api/audit/index.ts';
import { logInAnswer } from '../../api/contracts/index.ts';
import { projectRoot } from '../../config/settings.ts';
import { openDatabase } from '../../config/database.ts';
import { buildUser } from '../support/builders.ts';
import { freshEmail } from '../support/signUps.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { setUpTotp } from '../support/totp.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the operator's command as a shell would. @param piped what comes by its standard input */
function createAdmin(args: string[], { url = api.settings.databaseUrl, piped = '' } = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(projectRoot, 'bin/peerlearn.mjs'), 'create-admin', ...args],
      {
        env: {
          ...process.env,
          ...{ NODE_ENV: 'test', DATABASE_URL: url, PUBLIC_URL: 'https://learn.example' },
          ...{ JWT_SECRET: 'x'.repeat(32), TICKET_SECRET: 'y'.repeat(32), DATA_SECRET: 'z'.repeat(32) },
        },
      },
      (error: ExecFileException | null, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      },
    );
    child.stdin?.end(piped);
  });
}

const post = (path: string, body: object) => api.visitor.post(z.unknown(), path, body);
const passwordIn = ({ out }: Outcome) => /shown only now: (\S+)/.exec(out)?.[1] ?? '';
const someone = (email: string) => ['--email', email, '--name', 'Leela Menon'];

describe('npm run create-admin (AUTH-1)', () => {
  test('creates an admin with a password shown once, who sets up the app and is in', async () => {
    const email = freshEmail();
    const outcome = await createAdmin(someone(` ${email.toUpperCase()} `));
    expect(outcome).toMatchObject({ code: 0, err: '' });
    const password = passwordIn(outcome);
    expect(password.length).toBeGreaterThanOrEqual(24);
    const row = await User.query(api.knex).findOne({ email }).throwIfNotFound();
    expect(row).toMatchObject({ role: 'admin', name: 'Leela Menon' });
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    const { user } = await setUpTotp(post, { email, password });
    expect(user).toMatchObject({ id: row.id, role: 'admin' });
  });

  test('is written into the audit log as the operator’s act, without a password or a name (AUTH-10)', async () => {
    const email = freshEmail();
    const password = passwordIn(await createAdmin(someone(email)));
    const { id } = await User.query(api.knex).findOne({ email }).throwIfNotFound();
    const entries = await AuditEntry.query(api.knex).where({ subjectId: id });
    expect(entries).toMatchObject([{ actorRole: 'operator', actorId: null, act: 'admin.created' }]);
    for (const secret of [password, email, 'Leela']) expect(JSON.stringify(entries)).not.toContain(secret);
  });

  test('takes a password that is piped in, and then shows none', async () => {
    const email = freshEmail();
    const piped = 'seven quiet elephants';
    const outcome = await createAdmin(someone(email), { piped: `${piped}\n` });
    expect(outcome.code).toBe(0);
    expect(outcome.out).not.toContain(piped);
    expect(passwordIn(outcome)).toBe('');
    const answer = logInAnswer.parse(await post('/api/auth/login', { email, password: piped }));
    expect(answer.next).toBe('totpSetup');
  });

  test('refuses an e-mail in use, whoever has it, and leaves that account as it is', async () => {
    const person = await buildUser(api.knex);
    const outcome = await createAdmin(someone(person.email));
    expect(outcome.code).toBe(1);
    expect(outcome.err).toContain('There is an account with this e-mail already');
    expect(await User.query(api.knex).findById(person.id)).toEqual(person);
  });

  test.for([
    ['no e-mail', ['--name', 'Leela Menon'], '', 'email'],
    ['no name', ['--email', 'leela@example.in'], '', 'name'],
    ['a wrong e-mail', ['--email', 'leela', '--name', 'Leela Menon'], '', 'email'],
    ['an unknown option', [...someone('leela@example.in'), '--role', 'learner'], '', 'Usage'],
    ['a password on the command line', [...someone('leela@example.in'), 'hunter2hunter2'], '', 'Usage'],
    ['a common password', someone('leela@example.in'), 'password123', 'easy to guess'],
    ['a short password', someone('leela@example.in'), 'short', 'password'],
  ] as const)('refuses %s, in words', async ([, args, piped, word]) => {
    const outcome = await createAdmin([...args], { piped });
    expect(outcome.code).toBe(1);
    expect(outcome.err).toContain(word);
    expect(outcome.err).not.toMatch(/\n\s+at /);
    expect(await User.query(api.knex).findOne({ email: 'leela@example.in' })).toBeUndefined();
  });

  test('works on a database that has no tables yet', async () => {
    const database = await createTestDatabase();
    const email = freshEmail();
    expect((await createAdmin(someone(email), { url: database.url })).code).toBe(0);
    const knex = openDatabase(database.url);
    expect(await User.query(knex).findOne({ email })).toMatchObject({ role: 'admin' });
    await knex.destroy();
    await database.drop();
  });
});
