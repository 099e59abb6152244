import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { withLock } from '../bootstrap/lock.mjs';
import { describeFfmpeg } from '../setup/ffmpeg.ts';
import { ensureMediaWorker } from '../setup/mediaWorker.ts';
import { ensureRedisServer } from '../setup/redis.ts';
import { OperatorError } from '../terminal/OperatorError.ts';
import type { Configured } from './environment.ts';
import { checkPortsAreFree } from './ports.ts';
import { printLine } from './printLine.ts';
import { prepareRedisServer, type RedisServer } from './redisServer.ts';
import { Service } from './Service.ts';
import { startGuarded } from './startGuarded.ts';
import { stopSignal } from './stopSignal.ts';
import { answersReady, waitUntil } from './waitUntil.ts';

const forcedExitCode = 130;

export type LaunchPlan = {
  /** Arguments for Node before each process's main file. */
  nodeArgs: string[];
  /** What runs beside api, media and workers. */
  extra: { name: string; args: string[] }[];
  onReady: () => void;
};

/**
 * Runs PeerLearn on this machine until it is told to stop: Redis, the migrations, then api, media and workers.
 * When told, those three end first and together, while Redis is still there to take what they hand back.
 * @returns the exit code
 * @throws OperatorError when something could not be started or crashed again and again
 */
export async function launch({ env, settings }: Configured, plan: LaunchPlan): Promise<number> {
  const refusal = `PeerLearn already runs with the data in ${settings.dataDir}: stop it, or set PEERLEARN_DATA_DIR.`;
  return withLock(join(settings.dataDir, 'launcher.lock'), { refusal }, async () => {
    await checkPortsAreFree(settings);
    const workerBin = await ensureMediaWorker(env);
    console.log(`FFmpeg ${describeFfmpeg()}`);
    const ownRedis = env.REDIS_URL
      ? undefined
      : await prepareRedisServer(ensureRedisServer(), join(settings.dataDir, 'redis'));
    const run = new Run();
    try {
      const started = { ...env, MEDIASOUP_WORKER_BIN: workerBin, REDIS_URL: ownRedis?.url ?? env.REDIS_URL };
      await run.start(plan, started, ownRedis, [
        settings.api.port,
        settings.media.port,
        settings.workers.port,
      ]);
    } finally {
      await run.stop();
      await ownRedis?.cleanUp();
    }
    if (run.failure) throw new OperatorError(`${run.failure}\nEverything was stopped.`);
    return 0;
  });
}

/** What has been started, so that it can be stopped from any point of the way. */
class Run {
  failure: string | undefined;
  #redis: Service | undefined;
  #services: Service[] = [];
  readonly #failed = new AbortController();
  readonly #stop = AbortSignal.any([this.#failed.signal, stopSignal(() => this.#force())]);

  /** Resolves when everything shall stop. */
  async start(
    plan: LaunchPlan,
    env: NodeJS.ProcessEnv,
    redis: RedisServer | undefined,
    ports: number[],
  ): Promise<void> {
    if (redis) {
      this.#redis = this.#service('redis', redis.command, redis.args, env);
      if (!(await waitUntil(redis.isReady, this.#stop))) return;
    }
    if (!(await this.#migrate(env))) return;
    for (const name of ['api', 'media', 'workers']) {
      this.#addNode(name, [...plan.nodeArgs, join(projectRoot, name, 'main.ts')], env);
    }
    for (const { name, args } of plan.extra) this.#addNode(name, args, env);
    for (const port of ports) if (!(await waitUntil(() => answersReady(port), this.#stop))) return;
    plan.onReady();
    await new Promise((resolve) => {
      if (this.#stop.aborted) resolve(undefined);
      else this.#stop.addEventListener('abort', resolve);
    });
  }

  async stop(): Promise<void> {
    if (this.#services.length > 0) console.log('Stopping …');
    await Promise.all(this.#services.map((service) => service.stop()));
    await this.#redis?.stop();
  }

  #addNode(name: string, args: string[], env: NodeJS.ProcessEnv): void {
    this.#services.push(this.#service(name, process.execPath, args, env));
  }

  #service(name: string, command: string, args: string[], env: NodeJS.ProcessEnv): Service {
    return new Service({
      name,
      command,
      args,
      env,
      onLine: printLine,
      onGiveUp: (reason) => this.#fail(reason),
    });
  }

  #fail(reason: string): void {
    this.failure ??= reason;
    this.#failed.abort();
  }

  /** @returns false when it failed, or was told to stop meanwhile */
  async #migrate(env: NodeJS.ProcessEnv): Promise<boolean> {
    const script = join(projectRoot, 'bin/commands/migrate.ts');
    const child = startGuarded(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) this.#fail('The database could not be brought to its newest form: the reason is above.');
    return !this.#stop.aborted;
  }

  #force(): never {
    for (const service of [...this.#services, this.#redis]) service?.kill();
    process.exit(forcedExitCode);
  }
}
