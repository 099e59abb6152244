import { queryOptions } from '@tanstack/solid-query';
import {
  preferences as preferencesContract,
  type ChangePreferences,
  type Preferences,
} from '../../api/contracts/preferences.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';

const path = '/api/profile/preferences';
const options = () =>
  queryOptions({
    queryKey: ['own', 'preferences', credentials.user()?.id],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.get(path, preferencesContract, { signal }),
    // Live events keep it fresh.
    staleTime: Infinity,
  });

/** How the reader wants to be told. */
export const usePreferences = () => useQuery(options);
export const fetchPreferences = (): Promise<Preferences> => queryClient.fetchQuery(options());

const show = (change: ChangePreferences) =>
  queryClient.setQueryData(options().queryKey, (known) => known && { ...known, ...change });

/** How many changes are on their way: until they are answered the page shows what was chosen last. */
let underWay = 0;
let last: Promise<unknown> = Promise.resolve();

/** Shown at once; sent one after the other. @throws ApiError; what was chosen is then taken back. */
export async function changePreferences(change: ChangePreferences): Promise<void> {
  show(change);
  underWay += 1;
  const sending = last.then(() => api.post(path, preferencesContract, change));
  last = sending.catch(() => undefined);
  try {
    const saved = await sending;
    if (underWay === 1) show(saved);
  } catch (error) {
    await queryClient.invalidateQueries({ queryKey: options().queryKey });
    throw error;
  } finally {
    underWay -= 1;
  }
}

/** Changed in another tab or on another device; language and zone are the account's, which is asked again. */
export function applyPreferences(changed: Preferences): void {
  if (underWay === 0) {
    queryClient.askAgainAfter(options());
    show(changed);
  }
  const user = credentials.user();
  if (user && (user.locale !== changed.locale || user.timeZone !== changed.timeZone))
    credentials.refresh().catch(() => undefined);
}
