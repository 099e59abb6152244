import { randomUUID } from 'node:crypto';
import { isUniqueViolation } from '../../config/isUniqueViolation.ts';
import type { Caller } from '../accounts/index.ts';
import { seatBook } from '../bookings/index.ts';
import type { CreateReport } from '../contracts/reports.ts';
import { found, Refusal, refuseIf } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Session, standingOf } from '../sessions/index.ts';
import { Report } from './model.ts';
import { refuseReport } from './policy.ts';

/**
 * Tells the admins about someone in a lesson that both share (ROOM-16).
 * @throws Refusal `forbidden` to strangers, `not_found`, `conflict` when this person was reported already.
 */
export async function addReport(
  { knex, now }: Pick<Services, 'knex' | 'now'>,
  me: Caller,
  sessionId: string,
  { userId: reportedId, reason, text }: CreateReport,
): Promise<void> {
  const lesson = found(await Session.query(knex).findById(sessionId));
  const shares = async (userId: string) => {
    const seat = await seatBook.seatOf(knex, sessionId, userId);
    // An admin who looks in does not share the lesson.
    return standingOf({ userId, role: 'learner' }, lesson, seat) !== null;
  };
  const [reporterShares, reportedShares] = [await shares(me.userId), await shares(reportedId)];
  refuseIf(refuseReport({ reporterId: me.userId, reportedId, reporterShares, reportedShares }));
  try {
    await Report.query(knex).insert({
      ...{ id: randomUUID(), sessionId, reporterId: me.userId, reportedId, reason, text },
      createdAt: now().toISOString(),
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', { cause: error });
    throw error;
  }
}
