import { randomBytes } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createAdmin } from '../../api/accounts/index.ts';
import { aboutPerson } from '../../api/contracts/signUp.ts';
import { Refusal } from '../../api/Refusal.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { configure } from '../launcher/environment.ts';
import { OperatorError } from '../terminal/OperatorError.ts';
import { runCommand } from '../terminal/runCommand.ts';

const usage = `Usage: npm run create-admin -- --email leela@example.in --name "Leela Menon"
  The password is made up and shown once. To set one, pipe it in: … < file-with-password`;

// Creates an admin (AUTH-1): the only way to become one.
await runCommand(async () => {
  const { databaseUrl, publicUrl } = configure().settings;
  const asked = readArguments();
  const piped = await readPiped();
  const password = piped ?? randomBytes(18).toString('base64url');
  const person = aboutPerson.safeParse({ ...asked, password });
  if (!person.success)
    throw new OperatorError(
      `${usage}\n${person.error.issues.map(({ path, message }) => `  - ${path.join('.')}: ${message}`).join('\n')}`,
    );
  const knex = openDatabase(databaseUrl);
  try {
    await migrateToLatest(knex);
    await createAdmin(knex, person.data, new Date()).catch(explain);
  } finally {
    await knex.destroy();
  }
  console.log(`Created the admin ${person.data.name} <${person.data.email}>.`);
  if (piped === undefined) console.log(`Password, shown only now: ${password}`);
  console.log(`At the first log-in at ${publicUrl}/login an authenticator app is set up.`);
  return 0;
});

function readArguments(): { email: string | undefined; name: string | undefined } {
  const text = { type: 'string' } as const;
  try {
    const { email, name } = parseArgs({ options: { email: text, name: text } }).values;
    return { email, name };
  } catch (cause) {
    throw new OperatorError(usage, { cause });
  }
}

/** What came by a pipe or from a file, without the line's end; undefined at a terminal, or when nothing came. */
async function readPiped(): Promise<string | undefined> {
  const stdin = fstatSync(process.stdin.fd);
  if (!stdin.isFIFO() && !stdin.isFile() && !stdin.isSocket()) return undefined;
  const typed = (await text(process.stdin)).replace(/\r?\n$/, '');
  return typed === '' ? undefined : typed;
}

function explain(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  throw new OperatorError((error.fields ?? []).map(({ message }) => message).join('\n'), { cause: error });
}
