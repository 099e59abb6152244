import { z } from 'zod';
import {
  roomTicket,
  sessionForMe,
  type RoomTicket,
  type SessionForMe,
} from '../../api/contracts/sessions.ts';
import { api } from '../lib/api.ts';
import { ApiError } from '../lib/problem.ts';
import { TicketRefusedError } from './roomTypes.ts';

/** The lesson whose room this is. @throws ApiError `not_found` when the caller may not know of it */
export const findLesson = (roomCode: string): Promise<SessionForMe> =>
  api.get(`/api/rooms/${encodeURIComponent(roomCode)}`, sessionForMe);

/** @throws ApiError `too_early`, `wrong_state`, `forbidden` */
export async function goLive(sessionId: string): Promise<void> {
  await api.post(`/api/sessions/${sessionId}/live`, z.unknown());
}

/** Ends the lesson for everybody. @throws ApiError `wrong_state`, `forbidden` */
export async function endLesson(sessionId: string): Promise<void> {
  await api.post(`/api/sessions/${sessionId}/end`, z.unknown());
}

/** On a connection that went dead an answer would be waited for until TCP gives up. */
const ticketTimeoutMs = 4_000;

/** @throws TicketRefusedError when the API has decided; other errors pass with time. */
export async function askTicket(sessionId: string): Promise<RoomTicket> {
  try {
    return await api.post(`/api/sessions/${sessionId}/ticket`, roomTicket, undefined, {
      signal: AbortSignal.timeout(ticketTimeoutMs),
    });
  } catch (error) {
    const decided =
      error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
    throw decided ? new TicketRefusedError(error) : error;
  }
}
