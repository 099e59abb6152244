import { SettingsError } from '../../config/settings.ts';
import { BootstrapError } from '../bootstrap/BootstrapError.mjs';
import { OperatorError } from './OperatorError.ts';

/** Runs a command to its end and makes its exit code the process's. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    const plain = [OperatorError, SettingsError, BootstrapError].some((kind) => error instanceof kind);
    console.error(plain ? (error as Error).message : error);
    process.exit(1);
  }
}
