import { z } from 'zod';
import { ownLogIns } from '../../api/contracts/accounts.ts';
import { newRecoveryCodes, totpSecret, twoFactorState } from '../../api/contracts/twoFactor.ts';
import { api } from '../lib/api.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';

const keys = { logIns: ['logIns'], twoFactor: ['twoFactor'] };

/** Where the reader is logged in; asked anew at each look, because other browsers change it. */
export const useLogIns = () =>
  useQuery(() => ({
    queryKey: keys.logIns,
    queryFn: ({ signal }) => api.get('/api/profile/logins', ownLogIns, { signal }),
    staleTime: 0,
  }));

export const useTwoFactor = () =>
  useQuery(() => ({
    queryKey: keys.twoFactor,
    queryFn: ({ signal }) => api.get('/api/profile/two-factor', twoFactorState, { signal }),
  }));

const refetch = (queryKey: string[]) => queryClient.invalidateQueries({ queryKey });

export async function endLogIn(id: string): Promise<void> {
  await api.post(`/api/profile/logins/${id}/end`, z.unknown());
  await refetch(keys.logIns);
}

export async function endOtherLogIns(): Promise<void> {
  await api.post('/api/profile/logins/end-others', z.unknown());
  await refetch(keys.logIns);
}

/** @throws ApiError `invalid` at `current` or `password`, `account_locked` */
export async function changePassword(change: { current: string; password: string }): Promise<void> {
  await api.post('/api/profile/password', z.unknown(), change);
  await refetch(keys.logIns);
}

/** @throws ApiError `invalid` at `password`, `account_locked`, `wrong_state` when it is on already */
export const beginTwoFactor = (password: string) =>
  api.post('/api/profile/two-factor/begin', totpSecret, { password });

/** @throws ApiError `wrong_code`, `account_locked` */
export const confirmTwoFactor = (code: string) =>
  api.post('/api/profile/two-factor/confirm', newRecoveryCodes, { code });

/** @throws ApiError `invalid` at `password`, `wrong_code`, `account_locked` */
export const renewRecoveryCodes = (proof: { password: string; code: string }) =>
  api.post('/api/profile/two-factor/recovery-codes', newRecoveryCodes, proof);

/** @throws ApiError as `renewRecoveryCodes` */
export const turnOffTwoFactor = (proof: { password: string; code: string }) =>
  api.post('/api/profile/two-factor/off', z.unknown(), proof);

export const refetchTwoFactor = () => refetch(keys.twoFactor);
