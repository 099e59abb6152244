import { z } from 'zod';
import {
  ownProfile,
  payoutAccount,
  type ChangeProfile,
  type OwnProfile,
} from '../../api/contracts/profile.ts';
import type { SetPayoutAccount } from '../../api/contracts/profile.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';

const keyOf = (what: string) => ['own', what, credentials.user()?.id];

export const useProfile = () =>
  useQuery(() => ({
    queryKey: keyOf('profile'),
    queryFn: ({ signal }: { signal: AbortSignal }) => api.get('/api/profile', ownProfile, { signal }),
  }));

/** What others read of it is read again by who shows it. */
export async function saveProfile(change: ChangeProfile): Promise<void> {
  const saved: OwnProfile = await api.post('/api/profile', ownProfile, change);
  queryClient.setQueryData(keyOf('profile'), saved);
  await credentials.refresh();
}

/** After a file of the profile was sent or removed. */
export async function reloadProfile(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: keyOf('profile') }), credentials.refresh()]);
}

export const usePayoutAccount = () =>
  useQuery(() => ({
    queryKey: keyOf('payout'),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get('/api/profile/payout-account', payoutAccount, { signal }),
  }));

export async function savePayoutAccount(details: SetPayoutAccount): Promise<void> {
  const saved = await api.post('/api/profile/payout-account', payoutAccount, details);
  queryClient.setQueryData(keyOf('payout'), saved);
}

export async function removePayoutAccount(): Promise<void> {
  const saved = await api.post('/api/profile/payout-account/remove', payoutAccount);
  queryClient.setQueryData(keyOf('payout'), saved);
}

/** All times on the page follow. */
export async function saveTimeZone(timeZone: string): Promise<void> {
  await api.post('/api/profile/preferences', z.unknown(), { timeZone });
  await credentials.refresh();
}
