import { recordAct } from '../audit/index.ts';
import { indexSession } from '../catalogue/index.ts';
import { notify } from '../notifications/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { refuseIf } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { announceSession } from './announceSession.ts';
import { applyAct, ownSession } from './changeSession.ts';
import { Session } from './model.ts';
import { refuseCancelLesson } from './rules.ts';
import type { SeatBook } from './seatBook.ts';

/**
 * Cancels a lesson to come, with all seats in it; those who had them are told (LES-1, ROOM-3). All lessons are free so
 * far, so there is nothing to give back.
 * @throws Refusal `not_found`, `wrong_state`, `too_late` from 5 minutes before the start.
 */
export async function cancelSession(
  { knex, now, settings }: Services,
  seats: SeatBook,
  mentorId: string,
  sessionId: string,
): Promise<Session> {
  return knex.transaction(async (trx) => {
    const session = await ownSession(trx, mentorId, sessionId);
    const at = now();
    refuseIf(refuseCancelLesson(session, at));
    await applyAct(trx, session, 'cancel', {});
    const learners = await seats.cancelSeats(trx, sessionId, at, settings.lesson);
    await Session.query(trx).findById(sessionId).decrement('seats_taken', learners.length);
    for (const userId of learners) {
      const subject = { title: session.title };
      await notify(trx, at, { userId, kind: 'session.cancelled', subject, path: `/sessions/${sessionId}` });
    }
    await recordAct(trx, {
      actor: { id: mentorId, role: 'mentor' },
      act: 'session.cancelled',
      subject: { kind: 'session', id: sessionId },
      after: { seats: learners.length },
      at,
    });
    await enqueueJob(trx, 'room.close', { roomCode: session.roomCode, reason: 'cancelled' });
    await indexSession(trx, sessionId);
    return announceSession(trx, sessionId);
  });
}
