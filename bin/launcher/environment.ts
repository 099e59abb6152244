import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { environment, loadSettings, projectRoot, type Settings } from '../../config/settings.ts';
import { demoSecrets } from './demoSecrets.ts';

export type Configured = { env: NodeJS.ProcessEnv; settings: Settings };

/**
 * The environment that all our processes are started with, and the settings it gives. Outside production what is
 * secret and missing is made up once.
 * @param defaults what this command sets unless the operator did
 * @throws SettingsError naming all that is missing or wrong
 */
export function configure(defaults: Record<string, string> = {}): Configured {
  const given = withEnvFile(process.env);
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const env = { ...defaults, ...present };
  if (env.NODE_ENV !== 'production') {
    const dataFolder = environment.shape.PEERLEARN_DATA_DIR.parse(env.PEERLEARN_DATA_DIR);
    Object.assign(env, demoSecrets(resolve(projectRoot, dataFolder), env));
  }
  return { env, settings: loadSettings(env) };
}

/**
 * What the operator set: the environment, and the file `.env` for what is not set there. Only the operator's commands
 * read the file; tests start our processes too, and must never reach the database that it may name.
 */
function withEnvFile(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const file = join(projectRoot, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env;
}
