import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../config/settings.ts';
import { ensureWorker } from '../../media/worker-build/ensureWorker.ts';
import { temporaryFolder } from './folder.ts';

const good = process.env.MEDIASOUP_WORKER_BIN ?? '';

beforeAll(() => {
  if (!good) throw new Error('Run this as `npm run check -- integration`: it brings the media worker.');
});

/** A recipe that takes no two minutes: its `compiler` copies a worker that was built before. */
async function surroundings(built = good) {
  const folder = await temporaryFolder();
  const recipeFolder = join(folder, 'recipe');
  mkdirSync(join(recipeFolder, 'shim'), { recursive: true });
  const makefile = [
    '$(OUT)/mediasoup-worker:',
    `\tcp ${built} $@`,
    '\t@echo compiled worker',
    'count:',
    '\t@echo 1',
  ];
  writeFileSync(join(recipeFolder, 'Makefile'), `${makefile.join('\n')}\n`);
  const said: string[] = [];
  const ensure = (given?: string) =>
    ensureWorker({
      packageFolder: join(projectRoot, 'node_modules/mediasoup'),
      recipeFolder,
      cacheFolder: join(folder, 'cache'),
      given,
      alwaysBuild: true,
      say: (line) => said.push(line),
      progress: (done, total) => said.push(`${done} of ${total}`),
      installPackages: () => undefined,
    });
  return { folder, said, ensure };
}

test('a worker is built once, proved by a call, and found by the next start', async () => {
  const { said, ensure } = await surroundings();
  const binary = await ensure();
  expect(said).toEqual(['1 of 1', `The media worker is ready, and kept in ${dirname(binary)}.`]);
  expect(readdirSync(dirname(binary)).sort()).toEqual([
    expect.stringMatching(/^carried-a-call-[0-9a-f]{64}$/),
    'mediasoup-worker',
  ]);
  expect(await ensure()).toBe(binary);
  expect(said).toHaveLength(2);
});

test('of two starts at once one builds and the other waits', async () => {
  const { said, ensure } = await surroundings();
  const [first, second] = await Promise.all([ensure(), ensure()]);
  expect(first).toBe(second);
  expect(said.filter((line) => line === '1 of 1')).toHaveLength(1);
});

describe('a cached worker that is not usable is noticed and brought anew', () => {
  const breakages: Record<string, { spoil: (binary: string) => void; fault: RegExp }> = {
    'cut off': { spoil: (binary) => truncateSync(binary, 200_000), fault: /it does not start/ },
    'all zeros': { spoil: (binary) => writeFileSync(binary, Buffer.alloc(1000)), fault: /it does not start/ },
    'not executable': { spoil: (binary) => chmodSync(binary, 0o644), fault: /it does not start/ },
    'of another processor': { spoil: writeForOtherProcessor, fault: /it does not start/ },
    'starting but unable to carry a call': { spoil: writeImpostor, fault: /it cannot carry a call/ },
  };
  for (const [name, { spoil, fault }] of Object.entries(breakages)) {
    test(name, async () => {
      const { said, ensure } = await surroundings();
      const binary = await ensure();
      spoil(binary);
      said.length = 0;
      expect(await ensure()).toBe(binary);
      expect(said[0]).toMatch(fault);
      expect(said).toContain('1 of 1');
      expect((await stat(binary)).size).toBe((await stat(good)).size);
    });
  }
});

test('a build whose worker cannot carry a call is refused and not kept', async () => {
  const impostor = join(await temporaryFolder(), 'impostor');
  writeImpostor(impostor);
  const { ensure } = await surroundings(impostor);
  await expect(ensure()).rejects.toThrow('The media worker was built, but it cannot carry a call');
  await expect(ensure()).rejects.toThrow('The media worker was built, but it cannot carry a call');
});

test('a compiler error is shown with what the operator can do', async () => {
  const { ensure } = await surroundings('/nowhere/mediasoup-worker');
  await expect(ensure()).rejects.toThrow(/nowhere[^]*could not be built[^]*MEDIASOUP_WORKER_BIN/);
});

test("the operator's own worker is used when it works, and refused by name when not", async () => {
  const { folder, said, ensure } = await surroundings();
  const own = join(folder, 'own-worker');
  copyFileSync(good, own);
  expect(await ensure(own)).toBe(own);
  expect(said).toEqual([]);
  truncateSync(own, 200_000);
  await expect(ensure(own)).rejects.toThrow(`MEDIASOUP_WORKER_BIN is ${own}, but it does not start`);
});

/** Does what a worker does when it is started by hand, and nothing else. */
function writeImpostor(binary: string): void {
  writeFileSync(binary, '#!/bin/sh\nexit 41\n');
  chmodSync(binary, 0o755);
}

function writeForOtherProcessor(binary: string): void {
  copyFileSync(good, binary);
  const elfMachineOffset = 18;
  const s390 = Buffer.from([22, 0]);
  const file = openSync(binary, 'r+');
  writeSync(file, s390, 0, s390.length, elfMachineOffset);
  closeSync(file);
}
