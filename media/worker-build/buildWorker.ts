import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WorkerBinaryError } from './WorkerBinaryError.ts';

/** Debian's and Ubuntu's names of what the build needs; the -dev packages bring the libraries for running, too. */
export const buildPackages = [
  'g++',
  'make',
  'pkg-config',
  'libssl-dev',
  'libuv1-dev',
  'libsrtp2-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

export type BuildProgress = (compiled: number, total: number) => void;

/**
 * Compiles the worker from the sources in the mediasoup package.
 * @param recipeFolder where the Makefile is
 * @param outFolder what was compiled before a build was cut off is taken up again from here
 * @param target where the binary is put when it is whole
 */
export async function buildWorker(options: {
  packageFolder: string;
  recipeFolder: string;
  outFolder: string;
  target: string;
  progress: BuildProgress;
}): Promise<void> {
  const { outFolder, target, progress } = options;
  await mkdir(outFolder, { recursive: true });
  const make = (goal: string[]) => [
    ...['-f', join(options.recipeFolder, 'Makefile')],
    ...[`WORKER=${join(options.packageFolder, 'worker')}`, `OUT=${outFolder}`, ...goal],
  ];
  const logFile = `${outFolder}.log`;
  const total = Number(spawnSync('make', make(['count']), { encoding: 'utf8' }).stdout);
  const toDo = spawnSync('make', make(['-n']), { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  let compiled = total - countCompiled(toDo.stdout);
  const args = make([`-j${availableParallelism()}`]);
  const code = await runLogged('make', args, logFile, (line) => {
    if (line.startsWith('compiled ')) progress(++compiled, total);
  });
  if (code !== 0) {
    const lastLines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new WorkerBinaryError(
      `${lastLines}\nThe media worker could not be built; all of what the compiler said is in ${logFile}. ` +
        'Set MEDIASOUP_WORKER_BIN to a mediasoup-worker of your own to go on without building.',
    );
  }
  await rename(join(outFolder, 'mediasoup-worker'), target);
  await rm(outFolder, { recursive: true });
  await rm(logFile);
}

function countCompiled(makeOutput: string): number {
  return makeOutput.split('\n').filter((line) => line.startsWith('echo compiled ')).length;
}

async function runLogged(
  command: string,
  args: string[],
  logFile: string,
  onLine: (line: string) => void,
): Promise<number | null> {
  // setpriv: were this process ended from outside, the compiler ends with it.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stdout }).on('line', onLine);
  const code = await new Promise<number | null>((closed, failed) => {
    child.once('close', closed).once('error', failed);
  });
  await new Promise<void>((ended) => log.end(ended));
  return code;
}
