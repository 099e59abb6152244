import type { InfiniteData } from '@tanstack/solid-query';
import { z } from 'zod';
import type { LiveEventData } from '../../api/contracts/events.ts';
import { notificationPage, type Notification } from '../../api/contracts/notifications.ts';
import { api } from '../lib/api.ts';
import { useInfiniteQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';

type Page = z.infer<typeof notificationPage>;
type Pages = InfiniteData<Page, string | undefined>;
const key = ['notifications'];

/**
 * Newest first; each page says how many are unread in all. Kept by id, so that one that was read stays in its place, and the
 * focus with it.
 */
export const useNotifications = () =>
  useInfiniteQuery(() => ({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/notifications', notificationPage, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page) => last.nextCursor ?? undefined,
    reconcile: 'id',
  }));

/** A new one is put on top; the bell counts it at once. */
export function applyNotification(notification: Notification): void {
  queryClient.askAgainAfter({ queryKey: key });
  changePages((page, index) => {
    if (index > 0 || page.items.some((known) => known.id === notification.id)) return page;
    return { ...page, items: [notification, ...page.items], unread: page.unread + 1 };
  });
}

/** Read in another tab or on another device: one, or all that came until then. */
export function applyRead({ id, readAt, unread }: LiveEventData<'notification.read'>): void {
  queryClient.askAgainAfter({ queryKey: key });
  const isMeant = (item: Notification) => (id === null ? item.createdAt <= readAt : item.id === id);
  changePages((page) => ({
    ...page,
    unread,
    items: page.items.map((item) => (isMeant(item) ? { ...item, readAt: item.readAt ?? readAt } : item)),
  }));
}

/** Shown as read at once; taken back when the API refuses. */
export async function markRead(id: string): Promise<void> {
  const readAt = new Date().toISOString();
  changePages((page) => ({
    ...page,
    unread: Math.max(0, page.unread - 1),
    items: page.items.map((item) => (item.id === id ? { ...item, readAt } : item)),
  }));
  await api.post(`/api/notifications/${id}/read`, z.unknown()).catch(restore);
}

export async function markAllRead(): Promise<void> {
  const readAt = new Date().toISOString();
  changePages((page) => ({
    ...page,
    unread: 0,
    items: page.items.map((item) => ({ ...item, readAt: item.readAt ?? readAt })),
  }));
  await api.post('/api/notifications/read-all', z.unknown()).catch(restore);
}

async function restore(error: unknown): Promise<never> {
  await queryClient.invalidateQueries({ queryKey: key });
  throw error;
}

function changePages(change: (page: Page, index: number) => Page): void {
  queryClient.setQueryData<Pages>(key, (known) => known && { ...known, pages: known.pages.map(change) });
}
