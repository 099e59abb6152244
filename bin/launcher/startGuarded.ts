import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';

export type GuardedOptions = {
  env: NodeJS.ProcessEnv;
  cwd?: string;
  stdio?: StdioOptions;
  /** What the kernel sends it when this process is gone, however that came. */
  deathSignal?: 'TERM' | 'INT';
  /** Another user to run as, such as `postgres`. */
  user?: string;
};

/**
 * Starts a process that does not outlive this one, even when this one is killed outright. It is in a process group
 * of its own: a Ctrl-C in the terminal reaches this process alone, which stops the others in their order.
 */
export function startGuarded(command: string, args: string[], options: GuardedOptions): ChildProcess {
  const { deathSignal = 'TERM', user, env, cwd, stdio = ['ignore', 'pipe', 'pipe'] } = options;
  const asUser = user ? ['--reuid', user, '--regid', user, '--clear-groups'] : [];
  const guard = ['--pdeathsig', deathSignal, ...asUser, '--', command, ...args];
  return spawn('setpriv', guard, { env, cwd, stdio, detached: true });
}

/**
 * Ends a process that `startGuarded` started: by a signal, and when it does not follow in time by SIGKILL together
 * with all that it started.
 */
export async function stopGuarded(
  child: ChildProcess,
  { signal = 'SIGTERM', graceMs }: { signal?: NodeJS.Signals; graceMs: number },
): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const timer = setTimeout(() => killGroup(child), graceMs);
  await ended;
  clearTimeout(timer);
}

/** Ends at once a process that `startGuarded` started, and its process group. */
export function killGroup(child: ChildProcess): void {
  if (hasEnded(child) || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGKILL');
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
