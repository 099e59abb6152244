import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { downloadWorker } from '../../media/worker-build/downloadWorker.ts';
import { freePorts } from '../support/freePorts.ts';
import { temporaryFolder } from './folder.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/worker.tgz`;
}

async function download(url: string) {
  const folder = await temporaryFolder();
  const target = join(folder, 'target');
  return { reason: await downloadWorker(url, folder, target), folder, target };
}

function archiveOf(folder: string): Buffer {
  writeFileSync(join(folder, 'mediasoup-worker'), 'a worker '.repeat(10_000));
  return spawnSync('tar', ['-czf', '-', '-C', folder, 'mediasoup-worker']).stdout;
}

test('an archive that arrives whole gives the worker', async () => {
  const archive = archiveOf(await temporaryFolder());
  const { reason, folder, target } = await download(await serve((_, response) => response.end(archive)));
  expect(reason).toBeUndefined();
  expect(readFileSync(target, 'utf8')).toBe('a worker '.repeat(10_000));
  expect(readdirSync(folder)).toEqual(['target']);
});

test('whatever goes wrong is told and leaves nothing', async () => {
  const archive = archiveOf(await temporaryFolder());
  const cutOff = await download(
    await serve((_, response) => {
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
    }),
  );
  const damaged = await download(await serve((_, response) => response.end('no archive')));
  const absent = await download(await serve((_, response) => response.writeHead(404).end()));
  const [unusedPort] = await freePorts(1);
  const refused = await download(`http://127.0.0.1:${unusedPort}/worker.tgz`);
  expect(damaged.reason).toBe('the archive is damaged');
  expect(absent.reason).toBe('the answer was 404');
  expect(refused.reason).toContain('ECONNREFUSED');
  expect(cutOff.reason).toBeTruthy();
  for (const { folder } of [cutOff, damaged, absent, refused]) expect(readdirSync(folder)).toEqual([]);
});
