import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { ensureWorker } from '../../media/worker-build/ensureWorker.ts';
import { WorkerBinaryError } from '../../media/worker-build/WorkerBinaryError.ts';
import { cacheFolder } from '../bootstrap/cacheFolder.mjs';
import { OperatorError } from '../terminal/OperatorError.ts';
import { progressLine } from '../terminal/progressLine.ts';
import { installPackages } from './debianPackages.ts';

/** The path of a media worker that has proved itself on this machine. */
export async function ensureMediaWorker(env: NodeJS.ProcessEnv): Promise<string> {
  try {
    return await ensureWorker({
      packageFolder: join(projectRoot, 'node_modules/mediasoup'),
      recipeFolder: join(projectRoot, 'media/worker-build'),
      cacheFolder: cacheFolder(env),
      given: env.MEDIASOUP_WORKER_BIN,
      alwaysBuild: env.PEERLEARN_BUILD_MEDIA_WORKER === '1',
      say: (line) => console.log(line),
      progress: progressLine('Building the media worker'),
      installPackages: installMissing,
    });
  } catch (error) {
    if (error instanceof WorkerBinaryError) throw new OperatorError(error.message);
    throw error;
  }
}

function installMissing(packages: readonly string[]): void {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const instead = 'Or set MEDIASOUP_WORKER_BIN to a mediasoup-worker of your own.';
  installPackages('what the media worker is built with', missing, instead);
}

function isInstalled(packageName: string): boolean {
  const query = ['-W', '-f', '${db:Status-Status}', packageName];
  return spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout === 'installed';
}
