import { z } from 'zod';
import { keptChat, transcriptQuery } from '../contracts/chat.ts';
import { idParam, page } from '../contracts/common.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { listMessages } from './listMessages.ts';
import { writeTranscript } from './writeTranscript.ts';

export function chatRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/chat',
      tag: 'sessions',
      summary: 'What was said in a lesson’s chat to all, or in private by or to the caller; in its order',
      access: 'signedIn',
      params: idParam,
      query: page,
      answer: keptChat,
      handle: ({ me, params, query }) => listMessages(services, seats, me, params.id, query),
    }),
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/chat/transcript',
      tag: 'sessions',
      summary: 'The same as a file, in the caller’s language and time zone',
      access: 'signedIn',
      params: idParam,
      query: transcriptQuery,
      answer: z.string(),
      answerTypes: ['text/plain', 'text/html'],
      handle: ({ me, params, query }) =>
        writeTranscript(services, seats, me, { sessionId: params.id, format: query.format }),
    }),
  ];
}
