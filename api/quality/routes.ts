import { idParam } from '../contracts/common.ts';
import { sessionQuality } from '../contracts/quality.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { findQuality } from './findQuality.ts';

export function qualityRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/quality',
      tag: 'sessions',
      summary: 'How connections carried in a lesson: everyone’s for its mentor and admins, else one’s own',
      access: 'signedIn',
      params: idParam,
      answer: sessionQuality,
      handle: ({ me, params }) => findQuality(services, seats, me, params.id),
    }),
  ];
}
