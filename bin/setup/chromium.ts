import { spawnSync } from 'node:child_process';
import { OperatorError } from '../terminal/OperatorError.ts';
import { installPackages } from './debianPackages.ts';
import { findProgram } from './programs.ts';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/** The path of a Chromium that starts: CHROMIUM_PATH, one on the PATH, or Debian's, which is installed then. */
export function ensureChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new OperatorError(`CHROMIUM_PATH is ${given}, which does not start. Correct or unset it.`);
  }
  const present = findWorking();
  if (present) return present;
  const instead = 'Or set CHROMIUM_PATH to a Chromium or Chrome.';
  // Chromium shows nothing without any font.
  installPackages('Chromium', ['chromium', 'fonts-liberation'], instead);
  const installed = findWorking();
  // Ubuntu's package of this name is an empty one that points to a snap.
  if (!installed) throw new OperatorError(`Chromium was installed but does not start. ${instead}`);
  return installed;
}

function findWorking(): string | undefined {
  return names.flatMap((name) => findProgram(name) ?? []).find(starts);
}

function starts(file: string): boolean {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
