import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../bin/bootstrap/lock.mjs';
import { projectRoot } from '../../config/settings.ts';
import { temporaryFolder } from './folder.ts';

const waiting = { waiting: 'waiting' };

test('of two that want the lock the second begins when the first has ended', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  const order: string[] = [];
  let finishFirst = () => undefined as void;
  const firstMayEnd = new Promise<void>((resolve) => (finishFirst = resolve));
  let firstHolds = () => undefined as void;
  const held = new Promise<void>((resolve) => (firstHolds = resolve));
  const first = withLock(lock, waiting, async () => {
    firstHolds();
    await firstMayEnd;
    order.push('first ended');
  });
  await held;
  const second = withLock(lock, waiting, () => order.push('second began'));
  await expect(withLock(lock, { refusal: 'taken' }, () => order.push('never'))).rejects.toThrow('taken');
  finishFirst();
  await Promise.all([first, second]);
  expect(order).toEqual(['first ended', 'second began']);
});

test('work that fails frees the lock', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  const failing = withLock(lock, waiting, () => Promise.reject(new Error('work failed')));
  await expect(failing).rejects.toThrow('work failed');
  expect(await withLock(lock, { refusal: 'taken' }, () => 'free')).toBe('free');
});

test('a process that is killed leaves no lock behind', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  const code = `
    import { withLock } from '${join(projectRoot, 'bin/bootstrap/lock.mjs')}';
    await withLock('${lock}', { waiting: '' }, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)); });`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  await expect(withLock(lock, { refusal: 'taken' }, () => 'free')).rejects.toThrow('taken');
  holder.kill('SIGKILL');
  expect(await withLock(lock, waiting, () => 'free')).toBe('free');
});
