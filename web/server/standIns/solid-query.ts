import {
  InfiniteQueryObserver,
  QueryObserver,
  useQueryClient,
  type DefaultError,
  type InfiniteData,
  type InfiniteQueryObserverOptions,
  type QueryKey,
  type QueryObserverOptions,
} from '@tanstack/solid-query';

export * from '@tanstack/solid-query';

type Fetch = () => Promise<unknown>;
let wanted: Fetch[] = [];

/** What the render since the last call asked for and did not find in the cache. */
export function takeWanted(): Fetch[] {
  const taken = wanted;
  wanted = [];
  return taken;
}

/**
 * solid-query's own hook hands out promises and so would make rendering asynchronous. These read the cache as it is
 * and note what is missing; render.tsx fetches that and renders again. Rendering stays synchronous: no other page,
 * in another language, can come in between.
 */
export function useQuery<Data, Failure = DefaultError>(options: () => QueryObserverOptions<Data, Failure>) {
  const client = useQueryClient();
  const defaulted = client.defaultQueryOptions(options());
  const result = new QueryObserver(client, defaulted).getOptimisticResult(defaulted);
  if (result.isPending && defaulted.enabled !== false) wanted.push(() => client.fetchQuery(defaulted));
  return result;
}

type InfiniteOptions<Data, Param> = InfiniteQueryObserverOptions<
  Data,
  DefaultError,
  InfiniteData<Data, Param>,
  QueryKey,
  Param
>;

export function useInfiniteQuery<Data, Param>(options: () => InfiniteOptions<Data, Param>) {
  const client = useQueryClient();
  const defaulted = client.defaultQueryOptions(options() as never) as unknown as InfiniteOptions<Data, Param>;
  const result = new InfiniteQueryObserver(client, defaulted).getOptimisticResult(defaulted as never);
  if (result.isPending && defaulted.enabled !== false)
    wanted.push(() => client.fetchInfiniteQuery(defaulted as never));
  return result;
}
