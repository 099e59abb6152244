import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoSecrets } from '../../bin/launcher/demoSecrets.ts';
import { isVapidPair } from '../../config/vapidKeys.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peerlearn-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('secrets are made once and kept where this user alone can read them', () => {
  const folder = emptyFolder();
  const first = demoSecrets(folder, {});
  const names = ['DATA_SECRET', 'JWT_SECRET', 'TICKET_SECRET', 'VAPID_PRIVATE_KEY', 'VAPID_PUBLIC_KEY'];
  expect(Object.keys(first).sort()).toEqual(names);
  expect(first.JWT_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect(first.JWT_SECRET).not.toBe(first.TICKET_SECRET);
  expect(demoSecrets(folder, {})).toEqual(first);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a secret that was given is left alone and not written down', () => {
  const folder = emptyFolder();
  const pushKeys = { VAPID_PUBLIC_KEY: 'given', VAPID_PRIVATE_KEY: 'given' };
  const given = { JWT_SECRET: 'given', ...pushKeys };
  expect(Object.keys(demoSecrets(folder, given))).toEqual(['TICKET_SECRET', 'DATA_SECRET']);
  expect(demoSecrets(folder, { ...given, TICKET_SECRET: 'given', DATA_SECRET: 'given' })).toEqual({});
});

test('the keys for web push are made as a pair, also beside secrets of before, and left alone when one was given', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ JWT_SECRET: 'kept', DATA_SECRET: 'kept' }));
  const { JWT_SECRET, VAPID_PUBLIC_KEY = '', VAPID_PRIVATE_KEY = '' } = demoSecrets(folder, {});
  expect(JWT_SECRET).toBe('kept');
  expect(isVapidPair({ publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY })).toBe(true);
  expect(demoSecrets(folder, {})).toMatchObject({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY });
  expect(Object.keys(demoSecrets(folder, { VAPID_PUBLIC_KEY: 'given' }))).not.toContain('VAPID_PRIVATE_KEY');
});
