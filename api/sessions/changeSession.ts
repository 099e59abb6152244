import type { Knex } from 'knex';
import { found, Refusal, refuseIf } from '../Refusal.ts';
import { Session } from './model.ts';
import { afterAct, type SessionAct } from './rules.ts';

/** The mentor's own lesson, locked for a change. @throws Refusal `not_found` when it is not theirs. */
export async function ownSession(trx: Knex, mentorId: string, sessionId: string): Promise<Session> {
  return found(await Session.query(trx).findOne({ id: sessionId, mentorId }).forUpdate());
}

/** Moves a locked lesson on. @throws Refusal `wrong_state` when the act is not one for its state. */
export async function applyAct(
  trx: Knex,
  session: Session,
  act: SessionAct,
  fields: Partial<Pick<Session, 'liveAt' | 'endedAt'>>,
): Promise<void> {
  const next = afterAct(session.state, act);
  if ('refused' in next) return refuseIf(next.refused);
  const changed = await Session.query(trx)
    .where({ id: session.id, state: session.state })
    .patch({ ...fields, state: next.to });
  if (changed === 0) throw new Refusal('conflict');
}
