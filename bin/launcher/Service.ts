import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { killGroup, startGuarded, stopGuarded } from './startGuarded.ts';

const graceMs = 15_000;
const crashWindowMs = 60_000;
const crashLimit = 5;
const defaultFirstBackOffMs = 500;

export type ServiceOptions = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Each line that the process writes, and what is said about it. */
  onLine: (name: string, line: string) => void;
  /** The pause before it is started again for the first time; it doubles from then on. */
  firstBackOffMs?: number;
  /** Called once, when it crashed too often to be started again. */
  onGiveUp: (reason: string) => void;
};

/** A process that is started again when it crashes, later each time, and given up when it crashes on and on. */
export class Service {
  readonly name: string;
  readonly #options: ServiceOptions;
  #child: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #crashes: number[] = [];
  #stopping = false;

  constructor(options: ServiceOptions) {
    this.name = options.name;
    this.#options = options;
    this.#start();
  }

  /** Resolves when it is gone. Safe to call again. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    if (this.#child) await stopGuarded(this.#child, { graceMs });
  }

  /** Ends it at once. */
  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#restart);
    if (this.#child) killGroup(this.#child);
  }

  #start(): void {
    const { name, command, args, env, onLine } = this.#options;
    const child = startGuarded(command, args, { env });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => onLine(name, line));
    }
    child.once('error', ({ message }) => this.#onCrash(message));
    child.once('exit', (code, signal) => {
      if (!this.#stopping) this.#onCrash(signal ? `was ended by ${signal}` : `exited with code ${code}`);
    });
  }

  #onCrash(how: string): void {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < crashWindowMs), now];
    const { name, onLine, onGiveUp, firstBackOffMs = defaultFirstBackOffMs } = this.#options;
    if (this.#crashes.length >= crashLimit) {
      this.#stopping = true;
      onGiveUp(`${name} crashed ${crashLimit} times within a minute (it ${how}); what it said is above.`);
      return;
    }
    const delayMs = firstBackOffMs * 2 ** (this.#crashes.length - 1);
    onLine(name, `${how}; it is started again in ${delayMs / 1000} s`);
    this.#restart = setTimeout(() => this.#start(), delayMs);
  }
}
