import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../../bin/bootstrap/lock.mjs';
import { buildPackages, buildWorker, type BuildProgress } from './buildWorker.ts';
import { mediasoupVersion, workerCacheKey } from './cacheKey.ts';
import { downloadWorker, prebuiltWorkerUrl } from './downloadWorker.ts';
import { faultOfWorker } from './verifyWorker.ts';
import { WorkerBinaryError } from './WorkerBinaryError.ts';

export type WorkerSources = {
  /** The installed mediasoup package. */
  packageFolder: string;
  /** Where Makefile and shim/ are. */
  recipeFolder: string;
  /** The user's cache, shared by all clones. */
  cacheFolder: string;
  /** A binary of the operator's own (MEDIASOUP_WORKER_BIN): it is verified and used, or refused. */
  given: string | undefined;
  /** Do not try mediasoup's ready-made binary. */
  alwaysBuild: boolean;
  say: (line: string) => void;
  progress: BuildProgress;
  /** Brings system packages; throws when it cannot. */
  installPackages: (packages: readonly string[]) => void;
};

/**
 * Brings a media worker that works: the operator's own, else the cached one, else mediasoup's ready-made one, else
 * one that is built here. Whatever it is, it has carried a call on this machine before it is returned.
 * @returns the path of the binary
 * @throws WorkerBinaryError
 */
export async function ensureWorker(sources: WorkerSources): Promise<string> {
  const version = mediasoupVersion(sources.packageFolder);
  const folder = join(sources.cacheFolder, 'media-worker', workerCacheKey(version, sources.recipeFolder));
  if (sources.given) {
    const fault = await faultOfWorker(sources.given, folder);
    if (!fault) return sources.given;
    throw new WorkerBinaryError(
      `MEDIASOUP_WORKER_BIN is ${sources.given}, but ${fault}. ` +
        `Set it to a mediasoup-worker ${version}, or unset it and one is brought for you.`,
    );
  }
  const binary = join(folder, 'mediasoup-worker');
  const waiting = 'Another process brings the media worker: waiting …';
  return withLock(`${folder}.lock`, { waiting }, async () => {
    if (!(await isCached(binary, folder, sources))) await bring({ sources, version, folder, binary });
    return binary;
  });
}

async function isCached(binary: string, folder: string, sources: WorkerSources): Promise<boolean> {
  if (!existsSync(binary)) return false;
  let fault = await faultOfWorker(binary, folder);
  if (fault?.includes('shared libraries')) {
    sources.say(`The media worker in the cache lacks libraries here: ${fault}.`);
    sources.installPackages(buildPackages);
    fault = await faultOfWorker(binary, folder);
  }
  if (!fault) return true;
  sources.say(`The media worker in the cache is not usable: ${fault}. Bringing it anew.`);
  await rm(binary);
  return false;
}

type Bringing = { sources: WorkerSources; version: string; folder: string; binary: string };

async function bring({ sources, version, folder, binary }: Bringing): Promise<void> {
  const { say } = sources;
  await mkdir(folder, { recursive: true });
  await removeCutOffDownloads(folder);
  if (!sources.alwaysBuild) {
    say(`Fetching the media worker (mediasoup ${version}) …`);
    const reason = await downloadAndVerify(version, folder, binary);
    if (reason === undefined) return;
    say(
      `The ready-made media worker cannot be used (${reason}): building it here, which takes some minutes.`,
    );
  }
  sources.installPackages(buildPackages);
  const candidate = `${binary}.candidate`;
  const outFolder = join(folder, 'build');
  const { packageFolder, recipeFolder, progress } = sources;
  await buildWorker({ packageFolder, recipeFolder, outFolder, target: candidate, progress });
  const fault = await adopt(candidate, binary, folder);
  if (fault) throw new WorkerBinaryError(`The media worker was built, but ${fault}.`);
  say(`The media worker is ready, and kept in ${folder}.`);
}

async function downloadAndVerify(version: string, folder: string, binary: string) {
  const candidate = `${binary}.candidate`;
  const reason = await downloadWorker(prebuiltWorkerUrl(version), folder, candidate);
  return reason ?? (await adopt(candidate, binary, folder));
}

/** Only what works gets the final name. @returns the fault of what does not */
async function adopt(candidate: string, binary: string, folder: string): Promise<string | undefined> {
  const fault = await faultOfWorker(candidate, folder);
  await (fault ? rm(candidate) : rename(candidate, binary));
  return fault;
}

async function removeCutOffDownloads(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter((name) => name.startsWith('download-'));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { recursive: true })));
}
