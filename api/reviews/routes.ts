import { catalogueChanges } from '../catalogue/index.ts';
import { idParam, page } from '../contracts/common.ts';
import { reviewPage } from '../contracts/mentors.ts';
import { giveReview as given, ownReview } from '../contracts/reviews.ts';
import { AnswerCache } from '../http/AnswerCache.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { findOwnReview, giveReview } from './giveReview.ts';
import { listReviews } from './listReviews.ts';

export function reviewRoutes(services: Pick<Services, 'knex' | 'now'>): Route[] {
  const { knex } = services;
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
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/review',
      tag: 'sessions',
      summary: 'What the calling learner said of a lesson, and whether they may say or change it now',
      access: 'signedIn',
      params: idParam,
      answer: ownReview,
      handle: ({ me, params }) => findOwnReview(services, me, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/review',
      tag: 'sessions',
      summary: 'Rates a lesson that the caller attended; again within 7 days to change it',
      access: 'signedIn',
      params: idParam,
      body: given,
      answer: ownReview,
      handle: ({ me, params, body }) => giveReview(services, me, params.id, body),
    }),
  ];
}
