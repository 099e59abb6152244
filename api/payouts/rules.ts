import type { SetPayoutAccount } from '../contracts/profile.ts';

/** What is shown of payout details once they are saved: enough to tell one's own, too little to use. */
export function mask(account: SetPayoutAccount): string {
  if (account.kind === 'bank') return `•••• ${account.accountNumber.slice(-4)}`;
  const [name = '', bank = ''] = account.upiId.split('@');
  return `${name.slice(0, name.length > 4 ? 2 : 1)}•••@${bank}`;
}
