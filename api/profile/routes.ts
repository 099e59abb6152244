import * as contract from '../contracts/profile.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { changeProfile } from './changeProfile.ts';
import { findProfile } from './findProfile.ts';

const path = '/api/profile';
const tag = 'profile';

export function profileRoutes(services: Services): Route[] {
  return [
    defineRoute({
      ...{ method: 'get', path, tag },
      summary: 'The caller’s own account and what they told of themselves',
      access: 'signedIn',
      answer: contract.ownProfile,
      handle: ({ me }) => findProfile(services.knex, me.userId),
    }),
    defineRoute({
      ...{ method: 'post', path, tag },
      summary: 'Changes what is named of it',
      access: 'signedIn',
      body: contract.changeProfile,
      answer: contract.ownProfile,
      handle: ({ me, body }) => changeProfile(services, me, body),
    }),
  ];
}
