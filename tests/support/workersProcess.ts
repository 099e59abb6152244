import { freePorts } from './freePorts.ts';
import { startProcess, type RunningProcess } from './startProcess.ts';

export interface WorkersProcess extends RunningProcess {
  url: string;
}

/** The surroundings of one test file: what its processes share. */
export interface Surroundings {
  databaseUrl: string;
  redisUrl: string;
  smtpUrl: string;
  /** Settings besides. */
  env?: Record<string, string>;
}

export function settingsEnv({ databaseUrl, redisUrl, smtpUrl, env }: Surroundings): Record<string, string> {
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SMTP_URL: smtpUrl,
    JWT_SECRET: 'a secret for one run of tests or benches',
    DATA_SECRET: 'a third secret for one run, shared by two',
    TICKET_SECRET: 'another secret for one run, shared by two',
    ...env,
  };
}

/** The workers as a process of their own, which give up a lost one's jobs sooner than in earnest. */
export async function startWorkersProcess(
  surroundings: Surroundings,
  waitUntilReady = true,
): Promise<WorkersProcess> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const running = await startProcess('tests/support/workersMain.ts', {
    env: { ...settingsEnv(surroundings), WORKERS_PORT: String(port) },
    readyUrl: `${url}/${waitUntilReady ? 'readyz' : 'healthz'}`,
  });
  return { ...running, url };
}
