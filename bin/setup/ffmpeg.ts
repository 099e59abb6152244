import { OperatorError } from '../terminal/OperatorError.ts';
import { installPackages } from './debianPackages.ts';
import { findProgram } from './programs.ts';

/** FFmpeg, which is installed when absent. Lessons can be held without: nothing can be recorded then. */
export function describeFfmpeg(): string {
  const name = process.env.RECORDING_FFMPEG || 'ffmpeg';
  const found = findProgram(name);
  if (found) return found;
  try {
    installPackages(
      'FFmpeg',
      ['ffmpeg'],
      'Or set RECORDING_FFMPEG to one of your own. Without it nothing can be recorded.',
    );
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return `none: lessons cannot be recorded. ${error.message}`;
  }
  return findProgram(name) ?? 'none: lessons cannot be recorded';
}
