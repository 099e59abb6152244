import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoSecrets } from '../../bin/launcher/demoSecrets.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peerlearn-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('secrets are made once and kept where this user alone can read them', () => {
  const folder = emptyFolder();
  const first = demoSecrets(folder, {});
  expect(Object.keys(first).sort()).toEqual(['DATA_SECRET', 'JWT_SECRET', 'TICKET_SECRET']);
  expect(first.JWT_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect(first.JWT_SECRET).not.toBe(first.TICKET_SECRET);
  expect(demoSecrets(folder, {})).toEqual(first);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a secret that was given is left alone and not written down', () => {
  const folder = emptyFolder();
  expect(Object.keys(demoSecrets(folder, { JWT_SECRET: 'given' }))).toEqual(['TICKET_SECRET', 'DATA_SECRET']);
  expect(demoSecrets(folder, { JWT_SECRET: 'given', TICKET_SECRET: 'given', DATA_SECRET: 'given' })).toEqual(
    {},
  );
});
