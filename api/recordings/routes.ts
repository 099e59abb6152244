import { z } from 'zod';
import { idParam } from '../contracts/common.ts';
import { recordings } from '../contracts/recordings.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { composeAgain, listRecordings } from './listRecordings.ts';

export function recordingRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/recordings',
      tag: 'sessions',
      summary: 'The recordings of a lesson, for those who took part in it, with links that expire',
      access: 'signedIn',
      params: idParam,
      answer: recordings,
      handle: ({ me, params }) => listRecordings(services, seats, me, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/recordings/{id}/compose',
      tag: 'sessions',
      summary: 'Composes a recording of the caller’s lesson again that could not be composed',
      access: 'mentor',
      params: idParam,
      answer: z.void(),
      handle: ({ me, params }) => composeAgain(services, me, params.id),
    }),
  ];
}
