import { boardChanges, boardImage, boardImageParams, boardQuery, newBoardImage } from '../contracts/board.ts';
import { idParam } from '../contracts/common.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { addBoardImage, findBoardImage } from './images.ts';
import { readBoard } from './readBoard.ts';

export function boardRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/board',
      tag: 'sessions',
      summary: 'A lesson’s whiteboard as it is, or as it was at a moment',
      access: 'signedIn',
      params: idParam,
      query: boardQuery,
      answer: boardChanges,
      handle: ({ me, params, query }) =>
        readBoard(services, seats, me, { ...query, sessionId: params.id, which: 'last' }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/board/changes',
      tag: 'sessions',
      summary: 'Everything that happened on a lesson’s whiteboard, in its order, for a replay',
      access: 'signedIn',
      params: idParam,
      query: boardQuery,
      answer: boardChanges,
      handle: ({ me, params, query }) =>
        readBoard(services, seats, me, { ...query, sessionId: params.id, which: 'all' }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/board/images',
      tag: 'sessions',
      summary: 'Puts an image that the caller has sent on a lesson’s whiteboard',
      access: 'signedIn',
      params: idParam,
      body: newBoardImage,
      answer: boardImage,
      handle: ({ me, params, body }) =>
        addBoardImage(services, seats, me, { id: params.id, fileId: body.fileId }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/board/images/{fileId}',
      tag: 'sessions',
      summary: 'A link, good for some minutes, to an image on a lesson’s whiteboard',
      access: 'signedIn',
      params: boardImageParams,
      answer: boardImage,
      handle: ({ me, params }) => findBoardImage(services, seats, me, params),
    }),
  ];
}
