import { catalogueChanges } from '../catalogue/index.ts';
import { landing } from '../contracts/landing.ts';
import { AnswerCache } from '../http/AnswerCache.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { readLanding } from './readLanding.ts';

export function landingRoutes({ knex, now }: Pick<Services, 'knex' | 'now'>): Route[] {
  const ready = new AnswerCache(catalogueChanges);
  return [
    defineRoute({
      method: 'get',
      path: '/api/landing',
      tag: 'landing',
      summary: 'What the landing page shows',
      access: 'anyone',
      answer: landing,
      handle: () => ready.read('landing', () => readLanding(knex, now())),
    }),
  ];
}
