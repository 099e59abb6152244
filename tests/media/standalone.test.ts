import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freePorts } from '../support/freePorts.ts';
import { startProcess } from '../support/startProcess.ts';
import { ticketSecret } from './startNode.ts';

it('starts alone, says that Redis is missing, and ends cleanly all the same', async () => {
  const [port = 0, rtcPort = 0] = await freePorts(2);
  const url = `http://127.0.0.1:${port}`;
  const node = await startProcess('media/main.ts', {
    readyUrl: `${url}/healthz`,
    env: {
      // Nothing listens on port 1.
      REDIS_URL: 'redis://127.0.0.1:1',
      JWT_SECRET: 'a secret that the media node never uses',
      DATA_SECRET: 'another secret that it never uses, long enough',
      TICKET_SECRET: ticketSecret,
      MEDIA_PORT: String(port),
      MEDIA_RTC_PORT: String(rtcPort),
      MEDIA_WORKERS: '1',
      MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN ?? '',
    },
  });
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'unavailable', checks: { redis: 'failed', workers: 'ok' } },
  ]);
  const children = async () =>
    (await promisify(execFile)('ps', ['-eo', 'pid=,ppid='])).stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .flatMap(([pid, parent]) => (parent === node.pid ? [pid] : []));
  const workers = await children();
  expect(workers).toHaveLength(1);
  const exited = once(node.child, 'exit');
  node.child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=']);
  expect(stdout.split('\n').map(Number)).not.toContain(workers[0]);
});
