import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const lastWords = 2_000;

/** Ends with this process, even one that is killed (PR_SET_PDEATHSIG), and leaves the machine to lessons. */
const guarded = (program: string, args: string[]): [string, string[]] => [
  'setpriv',
  ['--pdeathsig', 'KILL', '--', 'nice', '-n', '10', program, ...args],
];

/**
 * Runs FFmpeg to its end.
 * @param onProgress told how far it is in the output (ms)
 * @throws Error with its last words when it fails or is aborted
 */
export async function runFfmpeg(
  program: string,
  args: string[],
  { signal, onProgress }: { signal: AbortSignal | undefined; onProgress?: (doneMs: number) => void },
): Promise<void> {
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-progress', 'pipe:1'];
  const child = spawn(...guarded(program, [...quiet, ...args]), { stdio: ['ignore', 'pipe', 'pipe'] });
  const abort = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-lastWords)));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const [, microseconds] = [...text.matchAll(/out_time_us=(\d+)/g)].at(-1) ?? [];
    if (microseconds) onProgress?.(Number(microseconds) / 1000);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`FFmpeg failed (${code}): ${said}`);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** What a file holds: when (ms) its packets begin and end, and where its pictures change their size. */
export async function measure(ffmpeg: string, file: string, kind: 'audio' | 'video') {
  const program = ffmpeg.replace(/ffmpeg$/, 'ffprobe');
  const ask = async (args: string[]) => {
    const { stdout } = await run(program, ['-v', 'error', ...args, '-of', 'csv=p=0', file], {
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout.split('\n').flatMap((line) => (line.trim() ? [line.split(',')] : []));
  };
  const times = (await ask(['-show_entries', 'packet=pts_time'])).map(([time]) => Number(time) * 1000);
  const endMs = times.reduce((last, time) => Math.max(last, time), 0);
  const entries = 'frame=pts_time,width,height';
  const frames = kind === 'video' ? await ask(['-skip_frame', 'nokey', '-show_entries', entries]) : [];
  const sizes = frames.map(([time, width, height]) => ({
    atMs: Number(time) * 1000,
    size: `${width}x${height}`,
  }));
  const changes = sizes.filter(({ size }, index) => index > 0 && size !== sizes[index - 1]?.size);
  return { packets: times.length, endMs, changesMs: changes.map(({ atMs }) => atMs), times };
}

/** @returns whether MP4 with H.264 and AAC can be written; else WebM is. */
export async function canWriteMp4(program: string): Promise<boolean> {
  const { stdout } = await run(program, ['-hide_banner', '-encoders']);
  return stdout.includes(' libx264 ') && stdout.includes(' aac ');
}
