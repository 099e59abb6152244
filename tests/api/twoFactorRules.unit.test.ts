import { describe, expect, test } from 'vitest';
import { describeAppSecret, newAppSecret, stepOfDigits } from '../../api/twoFactor/appCodes.ts';
import { readTypedCode, showRecoveryCode } from '../../api/twoFactor/rules.ts';

describe('what is typed as a second factor (AUTH-7)', () => {
  test.for([
    ['123456', 'app', '123456'],
    [' 123 456 ', 'app', '123456'],
    ['१२३ ४५६', 'app', '123456'],
    ['4K7Q-9XWM', 'recovery', '4K7Q9XWM'],
    ['4k7q 9xwm', 'recovery', '4K7Q9XWM'],
    ['4K7Q–9XWM', 'recovery', '4K7Q9XWM'],
    ['OIL4-56ZZ', 'recovery', '0114' + '56ZZ'],
    ['１２３４-５６７８', 'recovery', '12345678'],
  ] as const)('%s is a code: %s', ([typed, kind, code]) =>
    expect(readTypedCode(typed)).toEqual({ kind, code }),
  );
  test.for(['', '12345', '1234567', '4K7Q-9XW', '4K7Q-9XWMM', '4K7Q-9XWU', "' or 1=1 --"])(
    '%s is none',
    (typed) => expect(readTypedCode(typed)).toBeNull(),
  );
  test('is shown in two halves', () => expect(showRecoveryCode('4K7Q9XWM')).toBe('4K7Q-9XWM'));
});

describe('codes of an authenticator app', () => {
  /** The secret "12345678901234567890" of RFC 6238, appendix B, and its values cut to 6 digits. */
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  test.for([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ] as const)('at %i s: %s', ([seconds, digits]) => {
    const step = Math.floor(seconds / 30);
    const at = (away: number) => new Date((seconds + away * 30) * 1000);
    expect(stepOfDigits(secret, digits, at(0))).toBe(step);
    expect(stepOfDigits(secret, digits, at(1))).toBe(step);
    expect(stepOfDigits(secret, digits, at(-1))).toBe(step);
    expect(stepOfDigits(secret, digits, at(2))).toBeNull();
    expect(stepOfDigits(secret, digits, at(-2))).toBeNull();
  });
  test('secrets are 160 bits and differ; the address names product and account', () => {
    const [one, other] = [newAppSecret(), newAppSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    const { uri } = describeAppSecret(one, 'leela+1@example.in');
    expect(uri).toMatch(/^otpauth:\/\/totp\/PeerLearn:leela%2B1%40example\.in\?/);
  });
});
