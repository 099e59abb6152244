import { z } from 'zod';
import { accountDeletion, dataExport, dataExports } from '../../api/contracts/privacy.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';

const keyOf = (what: string) => ['own', what, credentials.user()?.id];
/** While one is being made the list is asked again; its links are good for some minutes only. */
const soonMs = 2_000;
const linkMs = 10 * 60_000;

export const useExports = () =>
  useQuery(() => ({
    queryKey: keyOf('exports'),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get('/api/profile/exports', dataExports, { signal }),
    refetchInterval: (query: { state: { data?: z.infer<typeof dataExports> | undefined } }) =>
      query.state.data?.items.some(({ state }) => state === 'preparing') ? soonMs : linkMs,
    staleTime: 0,
  }));

export async function askForExport(): Promise<void> {
  await api.post('/api/profile/exports', dataExport);
  await queryClient.invalidateQueries({ queryKey: keyOf('exports') });
}

export const useDeletion = () =>
  useQuery(() => ({
    queryKey: keyOf('deletion'),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get('/api/profile/deletion', accountDeletion, { signal }),
    staleTime: 0,
  }));

/** @throws ApiError `invalid`, `account_locked`, `wrong_state` */
export async function deleteAccount(password: string): Promise<void> {
  await api.post('/api/profile/delete', z.void(), { password });
}
