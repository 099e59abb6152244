import { z } from 'zod';
import { originOf } from '../accounts/index.ts';
import * as contract from '../contracts/privacy.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { deleteAccount, findBlocks } from './deleteAccount.ts';
import { askForExport, listExports } from './exports.ts';

const tag = 'privacy';

/** A person's own data: to take along, and to have deleted (WEB-6). */
export function privacyRoutes(services: Services): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/profile/exports',
      tag,
      summary: 'Zips of the caller’s data, newest first, each with a link that is good for some minutes',
      access: 'signedIn',
      answer: contract.dataExports,
      handle: ({ me }) => listExports(services, me.userId),
    }),
    defineRoute({
      method: 'post',
      path: '/api/profile/exports',
      tag,
      summary: 'Has a zip made of everything that is stored about the caller; one at a time',
      access: 'signedIn',
      answer: contract.dataExport,
      status: 201,
      handle: ({ me }) => askForExport(services, me.userId),
    }),
    defineRoute({
      method: 'get',
      path: '/api/profile/deletion',
      tag,
      summary: 'What must be settled before the caller’s account can be deleted',
      access: 'signedIn',
      answer: contract.accountDeletion,
      handle: async ({ me }) => ({ blockedBy: await findBlocks(services.knex, me, services.now()) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/profile/delete',
      tag,
      summary: 'Deletes the caller’s account for good, by their password',
      access: 'signedIn',
      body: contract.deleteAccount,
      answer: z.void(),
      handle: ({ me, body, context }) => deleteAccount(services, me, body.password, originOf(context)),
    }),
  ];
}
