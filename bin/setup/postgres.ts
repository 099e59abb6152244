import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../terminal/OperatorError.ts';
import { installPackages } from './debianPackages.ts';
import { isExecutable } from './programs.ts';

const versionsFolder = '/usr/lib/postgresql';

/**
 * The folder with PostgreSQL's `initdb` and `postgres`, from Debian's packages.
 * @returns undefined, and the reason, when it is not to be had: it is needed by a part of the tests only
 */
export function findOrInstallPostgres(): { folder: string } | { folder: undefined; reason: string } {
  const present = newestInstalled();
  if (present) return { folder: present };
  try {
    installPackages('PostgreSQL', ['postgresql'], 'Or set TEST_DATABASE_URL to an empty database.');
  } catch (error) {
    if (error instanceof OperatorError) return { folder: undefined, reason: error.message };
    throw error;
  }
  const folder = newestInstalled();
  return folder ? { folder } : { folder: undefined, reason: `No server in ${versionsFolder}.` };
}

function newestInstalled(): string | undefined {
  try {
    return readdirSync(versionsFolder)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(versionsFolder, version, 'bin'))
      .find((folder) => isExecutable(join(folder, 'postgres')) && isExecutable(join(folder, 'initdb')));
  } catch {
    return undefined;
  }
}
