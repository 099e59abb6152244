import { z } from 'zod';
import { idParam } from '../contracts/common.ts';
import { uploaded } from '../contracts/files.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { finishUpload } from './finishUpload.ts';
import { removeOwnFile } from './removeFiles.ts';

const tag = 'files';

/** What becomes of files that were sent (WEB-6). They are sent by the tus protocol, see answerUploads.ts. */
export function fileRoutes(services: Services): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/uploads/{id}',
      tag,
      summary:
        'What came of a file that was sent (by tus 1.0, to /api/uploads) when its last answer was lost',
      access: 'signedIn',
      params: idParam,
      answer: uploaded,
      handle: ({ me, params }) => finishUpload(services, me.userId, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/profile/picture/remove',
      tag,
      summary: 'Takes the picture off the caller’s profile',
      access: 'signedIn',
      answer: z.void(),
      handle: ({ me }) => removeOwnFile(services, me.userId, 'picture'),
    }),
    defineRoute({
      method: 'post',
      path: '/api/profile/intro-video/remove',
      tag,
      summary: 'Takes the intro video off the caller’s profile',
      access: 'mentor',
      answer: z.void(),
      handle: ({ me }) => removeOwnFile(services, me.userId, 'introVideo'),
    }),
  ];
}
