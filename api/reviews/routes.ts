import { catalogueChanges } from '../catalogue/index.ts';
import { idParam, page } from '../contracts/common.ts';
import { reviewPage } from '../contracts/mentors.ts';
import { AnswerCache } from '../http/AnswerCache.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { listReviews } from './listReviews.ts';

export function reviewRoutes({ knex }: Pick<Services, 'knex'>): Route[] {
  const ready = new AnswerCache(catalogueChanges);
  return [
    defineRoute({
      method: 'get',
      path: '/api/mentors/{id}/reviews',
      tag: 'mentors',
      summary: 'What learners say of a mentor, newest first',
      access: 'anyone',
      params: idParam,
      query: page,
      answer: reviewPage,
      handle: ({ params, query }) => {
        const load = () => listReviews(knex, params.id, query);
        return query.cursor ? load() : ready.read(`${params.id} ${query.limit}`, load);
      },
    }),
  ];
}
