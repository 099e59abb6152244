import { QueryClient, type InvalidateQueryFilters, type QueryFilters } from '@tanstack/solid-query';

/** Asks anew also for what is being asked for the first time, where the library takes the first answer for new. */
class LiveQueryClient extends QueryClient {
  override invalidateQueries(
    ...[filters, options]: Parameters<QueryClient['invalidateQueries']>
  ): ReturnType<QueryClient['invalidateQueries']> {
    this.askAgainAfter({ ...filters, predicate: both(filters, ({ state }) => state.data === undefined) });
    return super.invalidateQueries(filters, options);
  }

  /** Answers that are on their way may be older than what the page has just heard: they are asked for once more. */
  askAgainAfter(filters: QueryFilters): void {
    for (const { promise, queryKey } of this.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' }))
      promise?.then(
        // However often that was said meanwhile, it is asked once.
        () => super.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false }),
        () => undefined,
      );
  }
}

type Predicate = NonNullable<QueryFilters['predicate']>;
const both =
  (filters: InvalidateQueryFilters | undefined, also: Predicate): Predicate =>
  (query) =>
    also(query) && (filters?.predicate?.(query) ?? true);

/** Lists stay as they were while they are asked again; live events keep them fresh, so asking is rare. */
export const queryClient = new LiveQueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: false, refetchOnReconnect: true },
    mutations: { retry: false },
  },
});
