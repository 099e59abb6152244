import { catalogueChanges } from '../catalogue/index.ts';
import { idParam } from '../contracts/common.ts';
import * as contract from '../contracts/sessions.ts';
import { AnswerCache } from '../http/AnswerCache.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { cancelSession } from './cancelSession.ts';
import { createSession } from './createSession.ts';
import { endSession } from './endSession.ts';
import { extendSession } from './extendSession.ts';
import { findRoom, findSession } from './findSession.ts';
import { goLive } from './goLive.ts';
import { issueTicket } from './issueTicket.ts';
import { listOpenSessions, listOwnSessions } from './listSessions.ts';
import { presentSession } from './presenter.ts';
import type { SeatBook } from './seatBook.ts';
import { startConnectionCheck } from './startConnectionCheck.ts';

const tag = 'sessions';

/** Lessons, and the way into their rooms (LES-1, LES-7, ROOM-1). */
export function sessionRoutes(services: Services, seats: SeatBook): Route[] {
  const { knex, now } = services;
  const ready = new AnswerCache(catalogueChanges);
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions',
      tag,
      summary: 'Lessons that are open to everyone, or the calling mentor’s own',
      access: 'anyone',
      query: contract.sessionList,
      answer: contract.sessionPage,
      handle: ({ me, query }) => {
        if (query.scope === 'mine') {
          if (me?.role !== 'mentor') throw new Refusal(me ? 'forbidden' : 'not_signed_in');
          return listOwnSessions(knex, me.userId, query);
        }
        const load = () => listOpenSessions(knex, query, now());
        return manyAsk(query) ? ready.read(JSON.stringify(query), load) : load();
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions',
      tag,
      summary: 'Publishes a free lesson',
      access: 'mentor',
      body: contract.createSession,
      answer: contract.session,
      status: 201,
      handle: async ({ me, body }) => presentSession(await createSession(services, me.userId, body)),
    }),
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}',
      tag,
      summary: 'One lesson, and how the caller stands to it',
      access: 'anyone',
      params: idParam,
      answer: contract.sessionForMe,
      handle: ({ me, params }) => findSession(services, seats, me, params.id),
    }),
    ...planRoutes(services, seats),
    ...roomRoutes(services, seats),
  ];
}

/** What is typed, leafed to or set to the minute differs from person to person; the rest many ask alike. */
const manyAsk = ({ q, cursor, from, until }: contract.SessionList) => !q && !cursor && !from && !until;

function planRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/cancel',
      tag,
      summary: 'Cancels a lesson and the seats in it, until 5 minutes before the start',
      access: 'mentor',
      params: idParam,
      answer: contract.session,
      handle: async ({ me, params }) =>
        presentSession(await cancelSession(services, seats, me.userId, params.id)),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/extend',
      tag,
      summary: 'Makes a live lesson longer, when nothing else follows',
      access: 'mentor',
      params: idParam,
      body: contract.extendSession,
      answer: contract.session,
      handle: async ({ me, params, body }) =>
        presentSession(await extendSession(services, seats, me.userId, params.id, body)),
    }),
  ];
}

function roomRoutes(services: Services, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/live',
      tag,
      summary: 'Opens the room to the learners, from 15 minutes before the start',
      access: 'mentor',
      params: idParam,
      answer: contract.session,
      handle: async ({ me, params }) => presentSession(await goLive(services, seats, me.userId, params.id)),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/end',
      tag,
      summary: 'Ends a live lesson for everyone',
      access: 'mentor',
      params: idParam,
      answer: contract.session,
      handle: async ({ me, params }) => presentSession(await endSession(services, me.userId, params.id)),
    }),
    defineRoute({
      method: 'post',
      path: '/api/sessions/{id}/ticket',
      tag,
      summary: 'A ticket for the lesson’s room, valid for a minute, and the media node to take it to',
      access: 'signedIn',
      params: idParam,
      answer: contract.roomTicket,
      handle: ({ me, params }) => issueTicket(services, seats, me, params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/connection-checks',
      tag,
      summary: 'What a page needs to try its ways to a media node before a lesson',
      access: 'signedIn',
      answer: contract.connectionCheck,
      handle: ({ me }) => startConnectionCheck(services, me),
    }),
    defineRoute({
      method: 'get',
      path: '/api/rooms/{roomCode}',
      tag,
      summary: 'The lesson of a room, for those who may enter it',
      access: 'signedIn',
      params: contract.roomCodeParam,
      answer: contract.sessionForMe,
      handle: ({ me, params }) => findRoom(services, seats, me, params.roomCode),
    }),
  ];
}
