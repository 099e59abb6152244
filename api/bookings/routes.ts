import * as contract from '../contracts/bookings.ts';
import { idParam } from '../contracts/common.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { bookSession } from './bookSession.ts';
import { cancelBooking } from './cancelBooking.ts';
import { listBookings } from './listBookings.ts';
import { presentBooking } from './presenter.ts';

const tag = 'bookings';

/** A learner's seats (LES-3, LES-10). */
export function bookingRoutes(services: Services): Route[] {
  const windows = services.settings.lesson;
  return [
    defineRoute({
      method: 'get',
      path: '/api/bookings',
      tag,
      summary: 'The caller’s own seats',
      access: 'learner',
      query: contract.bookingList,
      answer: contract.bookingPage,
      handle: ({ me, query }) => listBookings(services, me.userId, query),
    }),
    defineRoute({
      method: 'post',
      path: '/api/bookings',
      tag,
      summary: 'Books a seat in a free lesson',
      access: 'learner',
      body: contract.bookSession,
      answer: contract.booking,
      status: 201,
      handle: async ({ me, body }) =>
        presentBooking(await bookSession(services, me.userId, body.sessionId), windows),
    }),
    defineRoute({
      method: 'post',
      path: '/api/bookings/{id}/cancel',
      tag,
      summary: 'Gives up a seat before the lesson',
      access: 'learner',
      params: idParam,
      answer: contract.booking,
      handle: async ({ me, params }) =>
        presentBooking(await cancelBooking(services, me.userId, params.id), windows),
    }),
  ];
}
