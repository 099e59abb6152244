import { idParam } from '../contracts/common.ts';
import { coveredTopics } from '../contracts/topicMarks.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { maySeeTopics } from './policy.ts';
import { topicsOf } from './topicsOf.ts';

export function topicMarkRoutes({ knex }: Pick<Services, 'knex'>, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/topics',
      tag: 'sessions',
      summary: 'A lesson’s checklist: what was covered in its room, and when',
      access: 'signedIn',
      params: idParam,
      answer: coveredTopics,
      handle: async ({ me, params: { id } }) => {
        const { standing } = await standIn(knex, seats, me, id);
        if (!maySeeTopics(standing)) throw new Refusal('forbidden');
        const topics = await topicsOf(knex, id);
        return { items: topics.map(({ title, covered }) => ({ title, covered })) };
      },
    }),
  ];
}
