import { installPackages } from './debianPackages.ts';
import { findProgram } from './programs.ts';

/** The path of coturn's turnserver, which is installed when absent. */
export function ensureTurnServer(): string {
  const found = findProgram('turnserver');
  if (found) return found;
  installPackages('coturn', ['coturn']);
  return 'turnserver';
}
