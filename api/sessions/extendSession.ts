import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import { User } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { indexSession } from '../catalogue/index.ts';
import type { ExtendSession } from '../contracts/sessions.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { announceSession } from './announceSession.ts';
import { ownSession } from './changeSession.ts';
import { Session } from './model.ts';
import { extension } from './rules.ts';
import type { SeatBook } from './seatBook.ts';

/**
 * Makes a live lesson longer, when nothing else follows (ROOM-11). The wish names the end that its mentor saw: said
 * twice it is done once.
 * @throws Refusal `not_found`, `wrong_state`, `too_late` beyond an hour altogether, `conflict` when the end is another
 *   one by now, `overlaps` with the name of what follows: a lesson of the mentor (field `nextSession`), or, when only one
 *   learner takes part, that learner, who is booked elsewhere (field `busyLearner`).
 */
export async function extendSession(
  { knex, now }: Services,
  seats: SeatBook,
  mentorId: string,
  sessionId: string,
  { minutes, endsAt: seenEnd }: ExtendSession,
): Promise<Session> {
  return knex.transaction(async (trx) => {
    // Taken first, as when a lesson is published: of a next lesson and more of this one the second sees the first.
    await User.query(trx).findById(mentorId).forUpdate();
    const session = await ownSession(trx, mentorId, sessionId);
    const at = now();
    const next = extension(session, { minutes, seenEnd }, at);
    if (next === 'done') return announceSession(trx, sessionId);
    if ('refused' in next) throw new Refusal(next.refused);
    await refuseWhatFollows(trx, session, next.endsAt);
    if (session.capacity === 1) await refuseBusyLearner(trx, seats, session, next.endsAt);
    await Session.query(trx).findById(sessionId).patch(next);
    await recordAct(trx, {
      actor: { id: mentorId, role: 'mentor' },
      act: 'session.extended',
      subject: { kind: 'session', id: sessionId },
      before: { endsAt: session.endsAt },
      after: { endsAt: next.endsAt },
      at,
    });
    await indexSession(trx, sessionId);
    return announceSession(trx, sessionId);
  });
}

/** The first other lesson of those asked for that takes any of the time to be added. */
const between = (lessons: QueryBuilder<Session>, { id, endsAt }: Session, newEnd: string) =>
  lessons
    .whereNot({ id })
    .whereIn('state', ['scheduled', 'live'])
    .where('starts_at', '<', newEnd)
    .where('ends_at', '>', endsAt)
    .orderBy('starts_at')
    .first();

async function refuseWhatFollows(trx: Knex, session: Session, endsAt: string): Promise<void> {
  const next = await between(Session.query(trx).where({ mentorId: session.mentorId }), session, endsAt);
  if (next) throw new Refusal('overlaps', { fields: [{ field: 'nextSession', message: next.title }] });
}

async function refuseBusyLearner(
  trx: Knex,
  seats: SeatBook,
  session: Session,
  endsAt: string,
): Promise<void> {
  const [learnerId] = await seats.learnersOf(trx, session.id);
  if (!learnerId) return;
  const booked = await seats.sessionsOf(trx, learnerId);
  if (!(await between(Session.query(trx).whereIn('id', booked), session, endsAt))) return;
  const learner = await User.query(trx).findById(learnerId).throwIfNotFound();
  throw new Refusal('overlaps', { fields: [{ field: 'busyLearner', message: learner.name }] });
}
