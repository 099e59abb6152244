import { topicQuery, topicSuggestions } from '../contracts/topics.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { Topic } from './model.ts';
import { suggestTopics } from './rules.ts';

export function topicRoutes({ knex }: Pick<Services, 'knex'>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/topics',
      tag: 'topics',
      summary: 'Topics that fit what was typed so far, misspelt ones too',
      access: 'anyone',
      query: topicQuery,
      answer: topicSuggestions,
      handle: async ({ query }) => {
        const topics = await Topic.query(knex).orderBy('key');
        return {
          items: suggestTopics(
            query.q,
            topics.map(({ title }) => title),
          ),
        };
      },
    }),
  ];
}
