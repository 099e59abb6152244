import { notify } from '../notifications/index.ts';
import { refuseIf } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { announceSession } from './announceSession.ts';
import { applyAct, ownSession } from './changeSession.ts';
import type { Session } from './model.ts';
import { refuseGoLive } from './rules.ts';
import type { SeatBook } from './seatBook.ts';

/**
 * Opens the lesson's room to its learners and tells them (LES-7). Done again while live, it changes nothing.
 * @throws Refusal `not_found`, `wrong_state`, `too_early`, `too_late`.
 */
export async function goLive(
  { knex, now, settings }: Services,
  seats: SeatBook,
  mentorId: string,
  sessionId: string,
): Promise<Session> {
  return knex.transaction(async (trx) => {
    const session = await ownSession(trx, mentorId, sessionId);
    if (session.state !== 'live') {
      const at = now();
      if (session.state === 'scheduled') refuseIf(refuseGoLive(session, at, settings.lesson));
      await applyAct(trx, session, 'goLive', { liveAt: at.toISOString() });
      for (const userId of await seats.learnersOf(trx, sessionId)) {
        await notify(trx, at, {
          userId,
          kind: 'session.live',
          subject: { title: session.title },
          path: `/session/${session.roomCode}`,
        });
      }
    }
    return announceSession(trx, sessionId);
  });
}
