import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeVapidKeys } from '../../config/vapidKeys.ts';
import { freePorts, freeRunOfPorts } from './freePorts.ts';
import { type RunningProcess, startProcess } from './startProcess.ts';

export interface Product {
  apiUrl: string;
  /** What the processes are set with: the operator's commands need the same. */
  env: Record<string, string>;
  processes: Record<'api' | 'media' | 'workers', RunningProcess>;
  /** Starts a process again after it was ended, as the launcher does. */
  restart(name: 'api' | 'media'): Promise<void>;
  close(): Promise<void>;
}

const mediaWorkers = 2;

/**
 * Starts the three processes as `npm start` does, in demo mode, on free ports and in an empty data directory.
 * @param redisUrl a Redis (or a database number of one) that nothing else uses meanwhile.
 * @param host the address that it listens on: of the loopback, or of a network of the test's own.
 * @param more settings besides.
 */
export async function startProduct(
  redisUrl: string,
  { host = '127.0.0.1', more = {} }: { host?: string; more?: Record<string, string> } = {},
): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'peerlearn-test-'));
  const [api = 0, media = 0, workers = 0, smtp = 0] = await freePorts(4);
  const rtc = await freeRunOfPorts(mediaWorkers);
  const pushKeys = makeVapidKeys();
  const env = {
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    PEERLEARN_DATA_DIR: dataDir,
    REDIS_URL: redisUrl,
    JWT_SECRET: 'a secret for one run of tests or benches',
    DATA_SECRET: 'a third secret for one run, shared by two',
    TICKET_SECRET: 'another secret for one run, shared by two',
    VAPID_PUBLIC_KEY: pushKeys.publicKey,
    VAPID_PRIVATE_KEY: pushKeys.privateKey,
    PUSH_ALLOW_LOOPBACK: 'true',
    API_PORT: String(api),
    // Everyone in a test or a bench comes from one address.
    API_CALLS_PER_MINUTE: '1000000000',
    API_PAGES_PER_MINUTE: '1000000000',
    // A busy machine makes them all the same.
    API_PAGE_PATIENCE_MS: '30000',
    ACCOUNT_CALLS_PER_MINUTE: '1000000000',
    MEDIA_PORT: String(media),
    WORKERS_PORT: String(workers),
    DEV_SMTP_PORT: String(smtp),
    MEDIA_RTC_PORT: String(rtc),
    MEDIA_WORKERS: String(mediaWorkers),
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN ?? '',
    ...(host !== '127.0.0.1' && {
      ...{ API_HOST: host, PUBLIC_URL: `http://${host}:${api}` },
      ...{ MEDIA_HOST: host, MEDIA_PUBLIC_URL: `http://${host}:${media}`, MEDIA_RTC_IP: host },
    }),
    ...more,
  };
  const started: RunningProcess[] = [];
  const start = async (name: string, port: number) => {
    const listening = name === 'workers' ? '127.0.0.1' : host;
    const running = await startProcess(`${name}/main.ts`, {
      env,
      readyUrl: `http://${listening}:${port}/readyz`,
    });
    started.push(running);
    return running;
  };
  const close = async () => {
    await Promise.all(started.map((process) => process.stop()));
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const processes = {
      api: await start('api', api),
      media: await start('media', media),
      workers: await start('workers', workers),
    };
    const restart = async (name: 'api' | 'media') => {
      processes[name] = await start(name, name === 'api' ? api : media);
    };
    return { apiUrl: `http://${host}:${api}`, env, processes, restart, close };
  } catch (error) {
    await close();
    throw error;
  }
}
