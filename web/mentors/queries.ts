import { keepPreviousData, type InfiniteData } from '@tanstack/solid-query';
import type { z } from 'zod';
import {
  mentor,
  mentorPage,
  reviewPage,
  type Mentor,
  type MentorCard,
  type MentorFigures,
} from '../../api/contracts/mentors.ts';
import { api } from '../lib/api.ts';
import { useInfiniteQuery, useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';
import type { MentorFilters } from './filters.ts';

type Page<Item> = { items: Item[]; nextCursor: string | null };
type Pages<Item> = InfiniteData<Page<Item>, string | undefined>;

const next = (last: z.infer<typeof mentorPage> | z.infer<typeof reviewPage>) => last.nextCursor ?? undefined;

/** Best first, page by page. */
export const useMentors = (filters: () => MentorFilters) =>
  useInfiniteQuery(() => ({
    queryKey: ['mentors', filters()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/mentors', mentorPage, {
        query: {
          q: filters().q,
          domain: filters().domain,
          language: filters().language,
          ratingMin: filters().rating,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
    placeholderData: keepPreviousData,
    reconcile: 'id',
  }));

const keyOf = (id: string) => ['mentor', id];

export const useMentor = (id: () => string) =>
  useQuery(() => ({
    queryKey: keyOf(id()),
    queryFn: ({ signal }) => api.get(`/api/mentors/${id()}`, mentor, { signal }),
    reconcile: 'id',
  }));

/** Newest first, page by page. */
export const useReviews = (mentorId: () => string) =>
  useInfiniteQuery(() => ({
    queryKey: ['reviews', mentorId()],
    queryFn: ({ pageParam, signal }) =>
      api.get(`/api/mentors/${mentorId()}/reviews`, reviewPage, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
    reconcile: 'id',
  }));

/** A mentor's figures are new: they are put wherever the mentor is shown; a new rating comes with a review. */
export function applyMentor(figures: MentorFigures): void {
  const known = queryClient.getQueryData<Mentor>(keyOf(figures.id));
  if (known && known.rating.count !== figures.rating.count) {
    void queryClient.invalidateQueries({ queryKey: ['reviews', figures.id] });
  }
  queryClient.setQueryData<Mentor>(keyOf(figures.id), (mentor) => mentor && { ...mentor, ...figures });
  queryClient.setQueriesData<Pages<MentorCard>>(
    { queryKey: ['mentors'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === figures.id ? { ...item, ...figures } : item)),
        })),
      },
  );
}

/** A lesson of theirs began, ended or was planned: whether they are live, and what comes next, is the server's to say. */
export function askMentorAgain(mentorId: string): void {
  void queryClient.invalidateQueries({ queryKey: keyOf(mentorId) });
}
