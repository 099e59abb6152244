import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { projectRoot } from '../../config/settings.ts';

export interface RunningProcess {
  pid: number;
  child: ChildProcess;
  /** The last lines that it wrote, for a failed test to show. */
  output(): string;
  /** Ends it as the launcher does, and by SIGKILL when it does not follow. Resolves when it is gone. */
  stop(): Promise<void>;
}

export interface StartOptions {
  env: Record<string, string>;
  /** Address that answers 200 once it is ready. Without it, the process counts as ready at once. */
  readyUrl?: string;
  args?: string[];
}

const stopTimeoutMs = 15_000;
const readyTimeoutMs = 60_000;

/**
 * Starts one of our programs as a real process and waits until it is ready.
 * @param entry file relative to the repository, e.g. `api/main.ts`.
 * @throws Error with its output when it ends or is not ready in time.
 */
export async function startProcess(entry: string, options: StartOptions): Promise<RunningProcess> {
  const child = spawn(process.execPath, [entry, ...(options.args ?? [])], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (written = (written + chunk.toString()).slice(-20_000)));
  }
  const exited = once(child, 'exit');
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  const running: RunningProcess = {
    pid: child.pid ?? 0,
    child,
    output: () => written,
    stop: async () => {
      if (gone()) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await exited;
      clearTimeout(timer);
    },
  };
  if (options.readyUrl) await untilReady(options.readyUrl, running, gone, entry);
  return running;
}

async function untilReady(url: string, running: RunningProcess, gone: () => boolean, entry: string) {
  const deadline = Date.now() + readyTimeoutMs;
  for (;;) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    if (gone() || Date.now() > deadline) {
      await running.stop();
      throw new Error(`${entry} did not become ready:\n${running.output()}`);
    }
    await delay(50);
  }
}
