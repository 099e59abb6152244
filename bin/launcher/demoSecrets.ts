import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const secretNames = ['JWT_SECRET', 'TICKET_SECRET', 'DATA_SECRET'] as const;

/**
 * Secrets for a start that was given none: made once and kept in the data folder, readable by this user alone, so
 * that people stay logged in when it is started again.
 * @returns those that the environment lacks
 */
export function demoSecrets(dataFolder: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const missing = secretNames.filter((name) => !env[name]);
  if (missing.length === 0) return {};
  const file = join(dataFolder, 'secrets.json');
  const kept = readKept(file);
  const made = missing
    .filter((name) => !kept[name])
    .map((name) => [name, randomBytes(36).toString('base64url')]);
  const all = { ...kept, ...(Object.fromEntries(made) as Record<string, string>) };
  if (made.length > 0) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return Object.fromEntries(missing.map((name) => [name, all[name] ?? '']));
}

function readKept(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
