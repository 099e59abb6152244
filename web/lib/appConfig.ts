import { appConfig } from '../../api/contracts/config.ts';
import { api } from './api.ts';
import { useQuery } from './query.ts';

/** What kind of installation this is; it does not change while the page is open. */
export const useAppConfig = () =>
  useQuery(() => ({
    queryKey: ['config'],
    queryFn: ({ signal }: { signal: AbortSignal }) => api.get('/api/config', appConfig, { signal }),
    staleTime: Infinity,
  }));
