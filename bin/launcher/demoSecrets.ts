import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeVapidKeys } from '../../config/vapidKeys.ts';

const secretNames = ['JWT_SECRET', 'TICKET_SECRET', 'DATA_SECRET'] as const;
/** The keys for web push, which are of use only together. */
const pushKeyNames = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'] as const;

/**
 * Secrets for a start that was given none: made once and kept in the data folder, readable by this user alone, so
 * that people stay logged in, and browsers subscribed, when it is started again.
 * @returns those that the environment lacks
 */
export function demoSecrets(dataFolder: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const hasPushKeys = pushKeyNames.some((name) => env[name]);
  const missing = [...secretNames.filter((name) => !env[name]), ...(hasPushKeys ? [] : pushKeyNames)];
  if (missing.length === 0) return {};
  const file = join(dataFolder, 'secrets.json');
  const kept = readKept(file);
  const all = { ...made(missing.filter((name) => !kept[name])), ...kept };
  if (Object.keys(all).length > Object.keys(kept).length) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return Object.fromEntries(missing.map((name) => [name, all[name] ?? '']));
}

function made(names: string[]): Record<string, string> {
  const secrets = secretNames.filter((name) => names.includes(name));
  const { publicKey, privateKey } = makeVapidKeys();
  return {
    ...Object.fromEntries(secrets.map((name) => [name, randomBytes(36).toString('base64url')])),
    ...(pushKeyNames.some((name) => names.includes(name)) && {
      VAPID_PUBLIC_KEY: publicKey,
      VAPID_PRIVATE_KEY: privateKey,
    }),
  };
}

function readKept(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
