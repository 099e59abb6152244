import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../config/settings.ts';
import { freePorts } from '../support/freePorts.ts';
import { temporaryFolder } from './folder.ts';
import { processesOf, untilNoProcessOf } from './processes.ts';

const startTimeoutMs = 90_000;
const worker = process.env.MEDIASOUP_WORKER_BIN;

beforeAll(() => {
  if (!worker) throw new Error('Run this as `npm run check -- integration`: it brings the media worker.');
});

async function surroundings() {
  const [api, media, workers, smtp, rtc] = await freePorts(5);
  const dataFolder = await temporaryFolder();
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PEERLEARN_DATA_DIR: dataFolder,
    // Whatever .env of this clone names, it is not for tests.
    ...{ DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '' },
    MEDIASOUP_WORKER_BIN: worker,
    MEDIA_WORKERS: '1',
    API_PORT: String(api),
    MEDIA_PORT: String(media),
    WORKERS_PORT: String(workers),
    DEV_SMTP_PORT: String(smtp),
    MEDIA_RTC_PORT: String(rtc),
  };
  return { dataFolder, env, page: `http://localhost:${api}/` };
}

function launch(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [join(projectRoot, 'bin/commands/start.ts')], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  onTestFinished(() => void child.kill('SIGKILL'));
  const says = (text: string) => expect.poll(() => output, { timeout: startTimeoutMs }).toContain(text);
  return { child, says };
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  return child.exitCode ?? (await once(child, 'exit'))[0];
}

function processRunning(dataFolder: string, script: string): number {
  const pid = processesOf(dataFolder).find((id) =>
    readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(script),
  );
  if (!pid) throw new Error(`${script} does not run`);
  return pid;
}

test(
  'it starts on nothing, brings back what crashes, refuses a twin and stops without a trace',
  { timeout: 120_000 },
  async () => {
    const { dataFolder, env, page } = await surroundings();
    const { child, says } = launch(env);
    await says('PeerLearn is ready');
    await says('mentor@demo.peerlearn.invalid');
    expect(await (await fetch(page)).text()).toContain('<html');

    const twin = launch(env);
    expect(await exitCode(twin.child)).toBe(1);
    await twin.says(
      `PeerLearn already runs with the data in ${dataFolder}: stop it, or set PEERLEARN_DATA_DIR.`,
    );

    process.kill(processRunning(dataFolder, 'api/main.ts'), 'SIGKILL');
    await says('was ended by SIGKILL; it is started again');
    const answers = () =>
      fetch(page).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(answers, { timeout: startTimeoutMs }).toBe(true);

    child.kill('SIGTERM');
    expect(await exitCode(child)).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
  },
);

test(
  'killed outright it takes everything with it, and starts again on what it left',
  { timeout: 120_000 },
  async () => {
    const { dataFolder, env } = await surroundings();
    const first = launch(env);
    await first.says('PeerLearn is ready');
    expect(processesOf(dataFolder).length).toBeGreaterThan(4);
    first.child.kill('SIGKILL');
    await untilNoProcessOf(dataFolder);

    const second = launch(env);
    await second.says('PeerLearn is ready');
    second.child.kill('SIGINT');
    expect(await exitCode(second.child)).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
  },
);

test('a production start without its secrets says what is missing, and starts nothing', async () => {
  const { dataFolder, env } = await surroundings();
  const { child, says } = launch({ ...env, NODE_ENV: 'production' });
  expect(await exitCode(child)).toBe(1);
  for (const name of ['JWT_SECRET', 'TICKET_SECRET', 'DATA_SECRET', 'PUBLIC_URL', 'REDIS_URL']) {
    await says(`${name} is required in production`);
  }
  expect(processesOf(dataFolder)).toEqual([]);
});
