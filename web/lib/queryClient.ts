import { QueryClient } from '@tanstack/solid-query';

/** Lists stay as they were while they are asked again; live events keep them fresh, so asking is rare. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: false, refetchOnReconnect: true },
    mutations: { retry: false },
  },
});
