import { SettingsError } from '../../config/settings.ts';
import { OperatorError } from './OperatorError.ts';

/** Runs a command to its end and makes its exit code the process's. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    const isPlain = error instanceof OperatorError || error instanceof SettingsError;
    console.error(isPlain ? error.message : error);
    process.exit(1);
  }
}
