import * as solidQuery from '@tanstack/solid-query';

/**
 * solid-query's hook, without Suspense. With data that were in the cache already, its own takes the nearest Suspense's whole
 * page out of the document for a moment at each background fetch, and with it the focus and what was scrolled. Pages ask
 * `isPending`.
 */
export const useQuery = steadily(solidQuery.useQuery);
export const useInfiniteQuery = steadily(solidQuery.useInfiniteQuery);

/** Of the hook's own type: what it takes and gives is the same. */
function steadily<Hook extends (...given: never[]) => object>(hook: Hook): Hook {
  return ((...given: Parameters<Hook>) => steady(hook(...given))) as Hook;
}

/** `data` as the store of the query's state has it; the hook's own getter asks the resource that suspends. */
function steady<Query extends object>(query: Query): Query {
  return new Proxy(query, {
    get(target, key) {
      const kept = key === 'data' ? Reflect.getOwnPropertyDescriptor(target, key) : undefined;
      if (!kept) return Reflect.get(target, key) as unknown;
      return kept.get ? (kept.get() as unknown) : (kept.value as unknown);
    },
  });
}
