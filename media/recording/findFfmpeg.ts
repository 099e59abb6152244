import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** @returns null when there is no FFmpeg of that name: nothing can be recorded then. */
export async function findFfmpeg(program: string): Promise<string | null> {
  try {
    await promisify(execFile)(program, ['-hide_banner', '-version'], { timeout: 20_000 });
    return program;
  } catch {
    return null;
  }
}
