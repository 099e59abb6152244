import { catalogueChanges } from '../catalogue/index.ts';
import { idParam } from '../contracts/common.ts';
import * as contract from '../contracts/mentors.ts';
import { AnswerCache } from '../http/AnswerCache.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { findMentor, listMentors } from './listMentors.ts';

const tag = 'mentors';

/** Mentors as anyone may see them (WEB-1, WEB-2). */
export function mentorRoutes({ knex, now }: Pick<Services, 'knex' | 'now'>): Route[] {
  const ready = new AnswerCache(catalogueChanges);
  return [
    defineRoute({
      method: 'get',
      path: '/api/mentors',
      tag,
      summary: 'Mentors, best first',
      access: 'anyone',
      query: contract.mentorList,
      answer: contract.mentorPage,
      handle: ({ query }) => {
        const load = () => listMentors(knex, query, now());
        // What is typed and leafed to differs from person to person; the rest many ask alike.
        return query.q || query.cursor ? load() : ready.read(JSON.stringify(query), load);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/mentors/{id}',
      tag,
      summary: 'A mentor’s public page',
      access: 'anyone',
      params: idParam,
      answer: contract.mentor,
      handle: ({ params }) => ready.read(`mentor ${params.id}`, () => findMentor(knex, params.id, now())),
    }),
  ];
}
