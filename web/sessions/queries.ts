import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/solid-query';
import {
  sessionForMe,
  sessionPage,
  type Session,
  type SessionForMe,
  type SessionPage,
} from '../../api/contracts/sessions.ts';
import { api } from '../lib/api.ts';
import { queryClient } from '../lib/queryClient.ts';

export type SessionScope = 'open' | 'mine';
type Pages = InfiniteData<SessionPage, string | undefined>;

const keys = {
  list: (scope: SessionScope, topic: string) => ['sessions', scope, topic],
  one: (id: string) => ['session', id],
};

/** Lessons page by page; `open` are live or still to come, soonest first. */
export const useSessions = (scope: () => SessionScope, topic: () => string = () => '') =>
  useInfiniteQuery(() => ({
    queryKey: keys.list(scope(), topic()),
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/sessions', sessionPage, {
        query: { scope: scope(), topic: topic(), cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: SessionPage) => last.nextCursor ?? undefined,
  }));

export const useSession = (id: () => string) =>
  useQuery(() => ({
    queryKey: keys.one(id()),
    queryFn: ({ signal }) => api.get(`/api/sessions/${id()}`, sessionForMe, { signal }),
  }));

/** Puts what is now known of a lesson wherever it is shown. */
export function applySession(session: Session): void {
  queryClient.setQueryData<SessionForMe>(
    keys.one(session.id),
    (known) => known && { ...known, ...session, mine: known.mine },
  );
  queryClient.setQueriesData<Pages>(
    { queryKey: ['sessions'] },
    (known) => known && replaceIn(known, session),
  );
  // What it means for this person (may they enter now?) is the server's to say.
  void queryClient.invalidateQueries({ queryKey: keys.one(session.id) });
  void queryClient.invalidateQueries({
    queryKey: ['sessions'],
    predicate: (query) => !holds(query.state.data, session),
  });
}

function replaceIn(known: Pages, session: Session): Pages {
  return {
    ...known,
    pages: known.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === session.id ? session : item)),
    })),
  };
}

/** A list that lacks a lesson may have to gain it; where it stands is the server's to say. */
function holds(data: unknown, session: Session): boolean {
  const pages = (data as Pages | undefined)?.pages ?? [];
  return pages.some((page) => page.items.some((item) => item.id === session.id));
}

export const refetchSessions = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['sessions'] });
export const refetchSession = (id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keys.one(id) });

export const isOpen = (session: Session): boolean =>
  session.state === 'scheduled' || session.state === 'live';
