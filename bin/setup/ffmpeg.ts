import { OperatorError } from '../terminal/OperatorError.ts';
import { installPackages } from './debianPackages.ts';
import { findProgram, isExecutable } from './programs.ts';

/** FFmpeg, which is installed when absent. Lessons can be held without: nothing can be recorded then. */
export function describeFfmpeg(): string {
  const { RECORDING_FFMPEG: given } = process.env;
  const name = given === undefined || given === '' ? 'ffmpeg' : given;
  const found = name.includes('/') && isExecutable(name) ? name : findProgram(name);
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
