import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const callTimeoutMs = 20_000;
/** A mediasoup-worker started without its parent says so with this exit code (worker/src/main.cpp). */
const exitCodeWithoutParent = 41;

/**
 * Whether a worker binary works on this machine: it must start, and once for each content of the file it must have
 * carried a call. What passed is remembered by the file's hash, so a file that changed in any way is tried again.
 * @param stampFolder where what passed is remembered
 * @returns undefined when it works, else what is wrong with it
 */
export async function faultOfWorker(binary: string, stampFolder: string): Promise<string | undefined> {
  if (!existsSync(binary)) return 'there is no such file';
  const start = await run(binary, [], {});
  if (start.code !== exitCodeWithoutParent) return `it does not start (${start.lastLine || start.ending})`;
  const hash = createHash('sha256')
    .update(await readFile(binary))
    .digest('hex');
  const stamp = join(stampFolder, `carried-a-call-${hash}`);
  if (existsSync(stamp)) return undefined;
  const check = join(import.meta.dirname, 'checkWorker.ts');
  const call = await run(process.execPath, [check, binary], process.env);
  if (call.code !== 0) return `it cannot carry a call (${call.lastLine || call.ending})`;
  await mkdir(stampFolder, { recursive: true });
  await writeFile(stamp, '');
  return undefined;
}

async function run(command: string, args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: callTimeoutMs,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise<{ code: number | null; ending: string; lastLine: string }>((resolve) => {
    child.once('error', ({ message }) => resolve({ code: null, ending: message, lastLine: '' }));
    child.once('close', (code, signal) => {
      const lastLine = said.trim().split('\n').at(-1) ?? '';
      resolve({ code, ending: signal ?? `exit code ${code}`, lastLine });
    });
  });
}
