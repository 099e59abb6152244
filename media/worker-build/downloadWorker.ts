import { spawn } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const answerTimeoutMs = 5_000;
const bodyTimeoutMs = 120_000;

/** The address from which mediasoup's own installer fetches its ready-made worker (npm-scripts.mjs in its package). */
export function prebuiltWorkerUrl(version: string): string {
  const releases =
    process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ??
    'https://github.com/versatica/mediasoup/releases/download';
  const kernelMajor = release().split('.')[0];
  return `${releases}/${version}/mediasoup-worker-${version}-linux-${process.arch}-kernel${kernelMajor}.tgz`;
}

/**
 * Fetches mediasoup's ready-made worker. A network that refuses or swallows the connection costs seconds at most.
 * @param folder an existing folder on the same disk as `target`
 * @returns undefined when `target` is there now, else the reason why not
 */
export async function downloadWorker(
  url: string,
  folder: string,
  target: string,
): Promise<string | undefined> {
  const unpacked = await mkdtemp(join(folder, 'download-'));
  try {
    const answered = new AbortController();
    const timer = setTimeout(() => {
      answered.abort(new Error(`no answer within ${answerTimeoutMs / 1000} s`));
    }, answerTimeoutMs);
    const signal = AbortSignal.any([answered.signal, AbortSignal.timeout(bodyTimeoutMs)]);
    const response = await fetch(url, { signal }).finally(() => clearTimeout(timer));
    if (!response.ok || !response.body) return `the answer was ${response.status}`;
    await unpack(Readable.fromWeb(response.body), unpacked);
    await rename(join(unpacked, 'mediasoup-worker'), target);
    return undefined;
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? cause.message : message;
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function unpack(archive: Readable, folder: string): Promise<void> {
  const tar = spawn('tar', ['-xzf', '-', '-C', folder], { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((closed, failed) => {
    tar.once('close', closed).once('error', failed);
  });
  await pipeline(archive, tar.stdin);
  if ((await ended) !== 0) throw new Error('the archive is damaged');
}
