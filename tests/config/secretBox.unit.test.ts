import { describe, expect, test } from 'vitest';
import { createSecretBox } from '../../config/secretBox.ts';

const secret = 'a secret of thirty-two characters';
const box = createSecretBox(secret, 'totp');

describe('what is sealed (SEC)', () => {
  test('opens again, and never looks the same twice', () => {
    const sealed = box.seal('पासवर्ड ✔');
    expect(box.open(sealed)).toBe('पासवर्ड ✔');
    expect(box.seal('पासवर्ड ✔')).not.toBe(sealed);
    expect(box.open(box.seal(''))).toBe('');
  });

  test.each([
    ['with another secret', createSecretBox(`${secret}!`, 'totp')],
    ['for another purpose', createSecretBox(secret, 'payouts')],
  ])('does not open %s', (_, other) => {
    expect(() => other.open(box.seal('hidden'))).toThrow();
  });

  test('does not open when a bit of it has changed', () => {
    const bytes = Buffer.from(box.seal('hidden'), 'base64url');
    for (const at of [0, 15, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(changed.toString('base64url'))).toThrow();
    }
    expect(() => box.open('')).toThrow();
  });
});

test('a signature is good only for its text, purpose and secret', () => {
  const signature = box.sign('file 1');
  expect(box.isSignature('file 1', signature)).toBe(true);
  expect(box.isSignature('file 2', signature)).toBe(false);
  expect(box.isSignature('file 1', signature.slice(1))).toBe(false);
  expect(createSecretBox(secret, 'payouts').isSignature('file 1', signature)).toBe(false);
});
