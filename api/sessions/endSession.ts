import { presentPerson } from '../accounts/index.ts';
import { addToFigures, announceFigures, indexSession } from '../catalogue/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import type { Services } from '../Services.ts';
import { announceSession } from './announceSession.ts';
import { applyAct, ownSession } from './changeSession.ts';
import type { Session } from './model.ts';

/**
 * Ends a live lesson for everyone: its room is closed (LES-11).
 * @throws Refusal `not_found`, `wrong_state`.
 */
export async function endSession(
  { knex, now }: Services,
  mentorId: string,
  sessionId: string,
): Promise<Session> {
  return knex.transaction(async (trx) => {
    const session = await ownSession(trx, mentorId, sessionId);
    await applyAct(trx, session, 'end', { endedAt: now().toISOString() });
    await enqueueJob(trx, 'room.close', { roomCode: session.roomCode, reason: 'ended' });
    await indexSession(trx, sessionId);
    const figures = await addToFigures(trx, mentorId, { sessionsHeld: 1 });
    const ended = await announceSession(trx, sessionId);
    await announceFigures(trx, presentPerson(ended.mentor), figures);
    return ended;
  });
}
