import { z } from 'zod';
import { idParam } from '../contracts/common.ts';
import * as contract from '../contracts/sessionFiles.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { attachToChat } from './attachToChat.ts';
import { linkToFile } from './linkToFile.ts';
import { addResource, listResources, removeResource } from './resources.ts';

const tag = 'sessions';

/** Files of lessons. They are sent first, by tus with the purpose `sessionFile`, and then put to their use here. */
export function sessionFileRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/chat/files',
      tag,
      summary: 'Gives a file that was sent to the chat of a live lesson, for everybody or for one person',
      access: 'signedIn',
      params: idParam,
      body: contract.attachToChat,
      answer: contract.chatAttachment,
      handle: ({ me, params, body }) => attachToChat(services, seats, me, params.id, body),
    }),
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/files/{fileId}',
      tag,
      summary: 'A link to a file of a lesson, good for some minutes',
      access: 'signedIn',
      params: contract.fileParams,
      answer: contract.fileLink,
      handle: ({ me, params: { id: sessionId, fileId } }) =>
        linkToFile(services, seats, me, { sessionId, fileId }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/resources',
      tag,
      summary: 'What the mentor left with a lesson',
      access: 'signedIn',
      params: idParam,
      answer: contract.resources,
      handle: ({ me, params }) => listResources(services, seats, me, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/resources',
      tag,
      summary: 'Leaves a file that was sent with a lesson',
      access: 'mentor',
      params: idParam,
      body: contract.addResource,
      answer: contract.resource,
      handle: ({ me, params, body }) => addResource(services, me.userId, params.id, body),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/resources/{fileId}/remove',
      tag,
      summary: 'Takes a file back that was left with a lesson',
      access: 'mentor',
      params: contract.fileParams,
      answer: z.void(),
      handle: ({ me, params }) => removeResource(services, me.userId, params.id, params.fileId),
    }),
  ];
}
