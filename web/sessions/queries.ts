import { keepPreviousData, type InfiniteData } from '@tanstack/solid-query';
import {
  sessionForMe,
  sessionPage,
  type Session,
  type SessionForMe,
  type SessionPage,
} from '../../api/contracts/sessions.ts';
import { coveredTopics } from '../../api/contracts/topicMarks.ts';
import { api } from '../lib/api.ts';
import { serverNow } from '../lib/clock.ts';
import { credentials } from '../lib/credentials.ts';
import { useInfiniteQuery, useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';
import { queryOf } from './filterQuery.ts';
import type { SessionFilters } from './filters.ts';

export type SessionScope = 'open' | 'mine';
type Pages = InfiniteData<SessionPage, string | undefined>;

const keys = {
  list: (scope: SessionScope, filters: SessionFilters) => ['sessions', scope, filters] as const,
  one: (id: string) => ['session', id],
};

const none: SessionFilters = {};

/**
 * Lessons page by page; `open` are live or still to come, soonest first. Cards are kept by id, so that updates stay in
 * place; while other filters are asked for, what the last ones found stays in sight.
 */
export const useSessions = (scope: () => SessionScope, filters: () => SessionFilters = () => none) =>
  useInfiniteQuery(() => ({
    queryKey: keys.list(scope(), filters()),
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/sessions', sessionPage, {
        query: { scope: scope(), ...queryOf(filters(), serverNow()), cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: SessionPage) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    reconcile: 'id',
  }));

export const useSession = (id: () => string) =>
  useQuery(() => ({
    queryKey: keys.one(id()),
    queryFn: ({ signal }) => api.get(`/api/sessions/${id()}`, sessionForMe, { signal }),
    reconcile: 'id',
  }));

/** A lesson's checklist as its room left it. */
export const useCoveredTopics = (id: () => string) =>
  useQuery(() => ({
    queryKey: [...keys.one(id()), 'topics'],
    queryFn: ({ signal }) => api.get(`/api/sessions/${id()}/topics`, coveredTopics, { signal }),
  }));

/** A lesson has changed: what is now known of it is put wherever it is shown. */
export function applySession(session: Session): void {
  queryClient.setQueryData<SessionForMe>(
    keys.one(session.id),
    (known) => known && { ...known, ...session, mine: known.mine },
  );
  for (const scope of ['open', 'mine'] as const) {
    queryClient.setQueriesData<Pages>(
      { queryKey: ['sessions', scope] },
      (known) => known && replaceIn(known, session, scope),
    );
  }
  if (session.state === 'live') askListsOfNow(session);
  // What it means for this person (may they enter now?) is the server's to say.
  void refetchSession(session.id);
}

/** A lesson that goes live enters the lists of what is live now. */
function askListsOfNow(session: Session): void {
  void queryClient.invalidateQueries({
    queryKey: ['sessions', 'open'],
    predicate: ({ queryKey, state }) =>
      (queryKey[2] as SessionFilters).when === 'now' &&
      !(state.data as Pages | undefined)?.pages.some(({ items }) =>
        items.some(({ id }) => id === session.id),
      ),
  });
}

/** A lesson is new: where it stands in a list is the server's to say. */
export function applyNewSession(session: Session): void {
  void queryClient.invalidateQueries({ queryKey: ['sessions', 'open'] });
  if (session.mentor.id === credentials.user()?.id) {
    void queryClient.invalidateQueries({ queryKey: ['sessions', 'mine'] });
  }
}

/** A lesson that is over leaves the open ones. */
function replaceIn(known: Pages, session: Session, scope: SessionScope): Pages {
  const isGone = scope === 'open' && !isOpen(session);
  const renew = (items: Session[]) =>
    isGone
      ? items.filter((item) => item.id !== session.id)
      : items.map((item) => (item.id === session.id ? session : item));
  return { ...known, pages: known.pages.map((page) => ({ ...page, items: renew(page.items) })) };
}

export const refetchSessions = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['sessions'] });
export const refetchSession = (id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keys.one(id) });

export const isOpen = (session: Session): boolean =>
  session.state === 'scheduled' || session.state === 'live';
