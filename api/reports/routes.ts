import { z } from 'zod';
import { idParam, page } from '../contracts/common.ts';
import { createReport, reportPage } from '../contracts/reports.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { addReport } from './addReport.ts';
import { listReports } from './listReports.ts';

export function reportRoutes(services: Services): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/reports',
      tag: 'sessions',
      summary: 'Tells the admins about someone in a lesson that both share, once',
      access: 'signedIn',
      params: idParam,
      body: createReport,
      answer: z.void(),
      handle: ({ me, params, body }) => addReport(services, me, params.id, body),
    }),
    defineRoute({
      method: 'get',
      path: '/api/reports',
      tag: 'sessions',
      summary: 'What people reported about each other, newest first',
      access: 'admin',
      query: page,
      answer: reportPage,
      handle: ({ query }) => listReports(services.knex, query),
    }),
  ];
}
