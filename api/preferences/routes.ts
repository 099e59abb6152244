import * as contract from '../contracts/preferences.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { found } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { changePreferences } from './changePreferences.ts';
import { preferencesOf } from './preferencesOf.ts';

const path = '/api/profile/preferences';
const tag = 'preferences';

export function preferencesRoutes(services: Services): Route[] {
  return [
    defineRoute({
      ...{ method: 'get', path, tag },
      summary: 'How the caller wants to be spoken to and told; defaults where nothing was chosen',
      access: 'signedIn',
      answer: contract.preferences,
      handle: async ({ me }) => found(await preferencesOf(services.knex, me.userId)),
    }),
    defineRoute({
      ...{ method: 'post', path, tag },
      summary: 'Changes what is named',
      access: 'signedIn',
      body: contract.changePreferences,
      answer: contract.preferences,
      handle: ({ me, body }) => changePreferences(services, me.userId, body),
    }),
  ];
}
