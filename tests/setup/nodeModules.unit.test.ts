import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '../../bin/bootstrap/nodeModules.mjs';

const koa = { version: '3.0.0', integrity: 'sha512-a' };
const vitest = { version: '5.0.0', integrity: 'sha512-b', dev: true };
const darwinOnly = { version: '1.0.0', integrity: 'sha512-c', optional: true };
const wanted = {
  '': {},
  'node_modules/koa': koa,
  'node_modules/vitest': vitest,
  'node_modules/d': darwinOnly,
};
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'peerlearn-clone-'));
  mkdirSync(join(root, 'node_modules'));
  write('package-lock.json', wanted);
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, packages: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

const install = (packages: object) => write('node_modules/.package-lock.json', packages);

test('nothing is installed before npm has finished, as it writes its list last', () => {
  expect(isInstalled(root, true)).toBe(false);
});

test('a package for another system may be absent', () => {
  install({ 'node_modules/koa': koa, 'node_modules/vitest': vitest });
  expect(isInstalled(root, true)).toBe(true);
});

test('packages for development may be absent in production alone', () => {
  install({ 'node_modules/koa': koa });
  expect(isInstalled(root, false)).toBe(true);
  expect(isInstalled(root, true)).toBe(false);
});

test('another version or content than the lockfile names is not installed', () => {
  install({ 'node_modules/koa': { ...koa, version: '2.9.0' }, 'node_modules/vitest': vitest });
  expect(isInstalled(root, true)).toBe(false);
  install({ 'node_modules/koa': { ...koa, integrity: 'sha512-x' }, 'node_modules/vitest': vitest });
  expect(isInstalled(root, true)).toBe(false);
});
