import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setPayoutAccount } from '../../api/contracts/profile.ts';
import { mask } from '../../api/payouts/rules.ts';

test.each([
  ['vikram@okaxis', 'vi•••@okaxis'],
  ['asha@upi', 'a•••@upi'],
])('%s is shown as %s', (upiId, masked) => expect(mask({ kind: 'upi', upiId })).toBe(masked));

test('never more than four digits of an account number are shown', () => {
  const numbers = fc.stringMatching(/^\d{6,18}$/);
  fc.assert(
    fc.property(numbers, (accountNumber) => {
      const account = setPayoutAccount.parse({
        kind: 'bank',
        holder: 'Asha Rao',
        ifsc: 'HDFC0001234',
        accountNumber,
      });
      expect(mask(account).replace(/\D/gu, '')).toHaveLength(4);
    }),
  );
});
