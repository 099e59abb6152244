import { bookingPage, type Booking } from '../../api/contracts/bookings.ts';
import { api } from '../lib/api.ts';
import { useInfiniteQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';
import { refetchSession } from '../sessions/queries.ts';

export type BookingScope = 'upcoming' | 'past';

/** The caller's own seats, page by page. */
export const useBookings = (scope: () => BookingScope) =>
  useInfiniteQuery(() => ({
    queryKey: ['bookings', scope()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/bookings', bookingPage, { query: { scope: scope(), cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
  }));

/** A seat was taken, given back or has changed: the lists and its lesson are asked again. */
export function applyBooking(booking: Booking): void {
  void queryClient.invalidateQueries({ queryKey: ['bookings'] });
  void refetchSession(booking.session.id);
}
