import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../terminal/OperatorError.ts';
import { installPackages } from './debianPackages.ts';
import { isExecutable } from './programs.ts';

const versionsFolder = '/usr/lib/postgresql';

type Found = { folder: string; reason?: undefined } | { folder?: undefined; reason: string };

/**
 * The folder with PostgreSQL's `initdb` and `postgres`, from Debian's packages.
 * @returns the folder, or the reason why it is not to be had: it is needed by a part of the tests only
 */
export function findOrInstallPostgres(): Found {
  const present = newestInstalled();
  if (present) return { folder: present };
  try {
    installPackages('PostgreSQL', ['postgresql'], 'Or set TEST_DATABASE_URL to an empty database.');
  } catch (error) {
    if (error instanceof OperatorError) return { reason: error.message };
    throw error;
  }
  const folder = newestInstalled();
  return folder ? { folder } : { reason: `No server in ${versionsFolder}.` };
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
