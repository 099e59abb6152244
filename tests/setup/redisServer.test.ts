import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareRedisServer } from '../../bin/launcher/redisServer.ts';
import { startGuarded, stopGuarded } from '../../bin/launcher/startGuarded.ts';
import { waitUntil } from '../../bin/launcher/waitUntil.ts';
import { connectRedis } from '../../config/redis.ts';
import { projectRoot } from '../../config/settings.ts';
import { temporaryFolder } from './folder.ts';
import { untilNoProcessOf } from './processes.ts';

const never = new AbortController().signal;
const graceMs = 10_000;

async function start(folder: string) {
  const redis = await prepareRedisServer('redis-server', folder);
  const child = startGuarded(redis.command, redis.args, { env: process.env });
  await waitUntil(redis.isReady, never);
  const stop = async () => {
    await stopGuarded(child, { graceMs });
    await redis.cleanUp();
  };
  return { ...redis, stop };
}

test('what was written is there after a stop and a start, and no process is left', async () => {
  const folder = await temporaryFolder();
  const first = await start(folder);
  const writer = connectRedis(first.url, { blocking: true });
  await writer.set('lesson', 'kept');
  writer.disconnect();
  await first.stop();
  await untilNoProcessOf(folder);

  const second = await start(folder);
  const reader = connectRedis(second.url, { blocking: true });
  expect(await reader.get('lesson')).toBe('kept');
  reader.disconnect();
  await second.stop();
  await untilNoProcessOf(folder);
});

test('a server for the same folder waits until the one before has ended', async () => {
  const folder = await temporaryFolder();
  const first = await start(folder);
  const second = start(folder);
  expect(await first.isReady()).toBe(true);
  await first.stop();
  const { isReady, stop } = await second;
  expect(await isReady()).toBe(true);
  await stop();
});

test('it ends when the process that started it is killed outright', async () => {
  const folder = await temporaryFolder();
  const launcher = join(projectRoot, 'bin/launcher');
  const code = `
    import { prepareRedisServer } from '${launcher}/redisServer.ts';
    import { startGuarded } from '${launcher}/startGuarded.ts';
    import { waitUntil } from '${launcher}/waitUntil.ts';
    const redis = await prepareRedisServer('redis-server', '${folder}');
    startGuarded(redis.command, redis.args, { env: process.env });
    await waitUntil(redis.isReady, new AbortController().signal);
    console.log('ready');`;
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(parent.stdout, 'data');
  parent.kill('SIGKILL');
  await untilNoProcessOf(folder);
});
