import { describe, expect, test } from 'vitest';
import { digitsOf, isDigitsOf } from '../../api/accounts/emailCode.ts';
import { codeTimes, holdsPerson, isOpen, resendWaitSeconds } from '../../api/accounts/rules.ts';
import { emailAddress, newPassword, sixDigits } from '../../api/contracts/accounts.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const after = (ms: number) => new Date(now.getTime() + ms);

describe('the time of a code (AUTH-4)', () => {
  const code = { ...codeTimes(now), tries: 0, usedAt: null };

  test('is ten minutes', () => {
    expect(isOpen(code, after(0))).toBe(true);
    expect(isOpen(code, after(600_000 - 1))).toBe(true);
    expect(isOpen(code, after(600_000))).toBe(false);
  });
  test('ends with the fifth wrong try, and with its use', () => {
    expect(isOpen({ ...code, tries: 4 }, now)).toBe(true);
    expect(isOpen({ ...code, tries: 5 }, now)).toBe(false);
    expect(isOpen({ ...code, usedAt: now.toISOString() }, now)).toBe(false);
  });
  test('lets another be asked for after 30 seconds', () => {
    expect(resendWaitSeconds(code, now)).toBe(30);
    expect(resendWaitSeconds(code, after(29_001))).toBe(1);
    expect(resendWaitSeconds(code, after(30_000))).toBe(0);
  });
});

describe('the digits of a code', () => {
  const secret = { jwtSecret: 'a secret of at least 32 characters, for tests' };
  const row = { id: 'e2f5c3a0-0000-4000-8000-000000000000', issue: 1 };

  test('are six, the same for the same code, others for another issue, id or secret', () => {
    const digits = digitsOf(secret, row);
    expect(digits).toMatch(/^\d{6}$/);
    expect(digitsOf(secret, row)).toBe(digits);
    const others = [
      digitsOf(secret, { ...row, issue: 2 }),
      digitsOf(secret, { ...row, id: row.id.replace('e2', 'e3') }),
      digitsOf({ jwtSecret: `${secret.jwtSecret}!` }, row),
    ];
    expect(others).not.toContain(digits);
    expect(isDigitsOf(secret, row, digits)).toBe(true);
    expect(isDigitsOf(secret, row, others[0] ?? '')).toBe(false);
  });
  test('use all of their range evenly', () => {
    const counts = Array<number>(10).fill(0);
    for (let issue = 0; issue < 5_000; issue++) {
      const first = Number(digitsOf(secret, { ...row, issue })[0]);
      counts[first] = (counts[first] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(120);
  });
  test('may be typed with spaces and in Devanagari', () => {
    expect(sixDigits.parse(' 123 456')).toBe('123456');
    expect(sixDigits.parse('१२३४५६')).toBe('123456');
    for (const bad of ['12345', '1234567', '12a456', '１２３４５６x'])
      expect(sixDigits.safeParse(bad).success).toBe(false);
  });
});

describe('a password', () => {
  const person = { name: 'Meera K Nair', email: 'meera.nair92@example.com' };
  test.for(['xx-meera-xx', 'NAIRisGreat!', 'MEERAKNAIR', 'nair92 and more', 'meera.nair92!'])(
    'must not hold the person: %s',
    (password) => expect(holdsPerson(password, person)).toBe(true),
  );
  test.for(['example.com rocks', 'seven quiet elephants', 'k k k k k k'])('may be: %s', (password) =>
    expect(holdsPerson(password, person)).toBe(false),
  );
  test('is one password however the keyboard sent it', () => {
    const [composed, decomposed] = ['caf\u00e9 at midnight', 'cafe\u0301 at midnight'];
    expect(newPassword.parse(composed)).toBe(newPassword.parse(decomposed));
  });
});

describe('an e-mail address', () => {
  test.for([
    ['  Asha@Example.COM ', 'asha@example.com'],
    ['ａｓｈａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'asha@example.com'],
    ["O'Neil@example.in", "o'neil@example.in"],
    ['asha+lessons@mail.example.co.in', 'asha+lessons@mail.example.co.in'],
    ['asha@xn--11b4c3d.xn--h2brj9c', 'asha@xn--11b4c3d.xn--h2brj9c'],
  ] as const)('%s is %s', ([typed, stored]) => expect(emailAddress.parse(typed)).toBe(stored));

  test.for([
    ['Cyrillic a', 'аsha@example.com'],
    ['Cyrillic domain', 'asha@еxample.com'],
    ['zero-width space', 'asha\u200B@example.com'],
    ['soft hyphen', 'as\u00ADha@example.com'],
    ['right-to-left mark', 'asha\u200F@example.com'],
    ['accent', 'áshá@example.com'],
    ['null', 'asha\0@example.com'],
    ['quoted local part', '"asha rao"@example.com'],
    ['two dots', 'asha..rao@example.com'],
    ['dot in front', '.asha@example.com'],
    ['no domain', 'asha@'],
    ['no dot', 'asha@localhost'],
    ['address of a host', 'asha@[127.0.0.1]'],
    ['long local part', `${'a'.repeat(65)}@example.com`],
    ['long address', `asha@${'a.'.repeat(130)}com`],
  ] as const)('is refused with %s', ([, typed]) => expect(emailAddress.safeParse(typed).success).toBe(false));
});
