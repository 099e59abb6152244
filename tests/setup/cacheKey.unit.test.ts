import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../config/settings.ts';
import { workerCacheKey } from '../../media/worker-build/cacheKey.ts';

const debian12 = 'ID=debian\nVERSION_ID="12"\n';
let recipe: string;

beforeEach(() => {
  recipe = mkdtempSync(join(tmpdir(), 'peerlearn-recipe-'));
  for (const name of ['Makefile', 'shim']) {
    cpSync(join(projectRoot, 'media/worker-build', name), join(recipe, name), { recursive: true });
  }
});

afterEach(() => rmSync(recipe, { recursive: true }));

test('the same recipe in another folder has the same key', () => {
  const own = workerCacheKey('3.27.1', join(projectRoot, 'media/worker-build'), debian12);
  expect(workerCacheKey('3.27.1', recipe, debian12)).toBe(own);
  expect(own).toMatch(new RegExp(`^mediasoup-3\\.27\\.1-${process.arch}-debian12-[0-9a-f]{12}$`));
});

test('another version, system or recipe has another key', () => {
  const keys = [
    workerCacheKey('3.27.1', recipe, debian12),
    workerCacheKey('3.27.2', recipe, debian12),
    workerCacheKey('3.27.1', recipe, 'ID=debian\nVERSION_ID="13"\n'),
    workerCacheKey('3.27.1', recipe, 'ID=debian\nVERSION_CODENAME=forky\n'),
    workerCacheKey('3.27.1', recipe, 'ID=ubuntu\nVERSION_ID="12"\n'),
  ];
  writeFileSync(join(recipe, 'shim/openssl/bio.h'), '// changed');
  keys.push(workerCacheKey('3.27.1', recipe, debian12));
  expect(new Set(keys).size).toBe(keys.length);
});
