import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { User } from '../accounts/index.ts';
import { indexSession, topicKey } from '../catalogue/index.ts';
import type { CreateSession } from '../contracts/sessions.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { announceSession } from './announceSession.ts';
import { Session, SessionTopic } from './model.ts';

/**
 * Publishes a lesson of a mentor (LES-1).
 * @throws Refusal `invalid` when it starts in the past, `overlaps` when the mentor gives another one then.
 */
export async function createSession(
  { knex, now }: Services,
  mentorId: string,
  wanted: CreateSession,
): Promise<Session> {
  const startsAt = new Date(wanted.startsAt);
  const endsAt = new Date(startsAt.getTime() + wanted.durationMinutes * 60_000);
  const { topics, ...fields } = wanted;
  const id = randomUUID();
  return knex.transaction(async (trx) => {
    // Taken first, so that of two lessons made at once the second sees the first.
    await User.query(trx).findById(mentorId).forUpdate();
    if (startsAt <= now()) {
      throw new Refusal('invalid', { fields: [{ field: 'startsAt', message: 'must be in the future' }] });
    }
    await refuseOverlap(trx, mentorId, startsAt, endsAt);
    await Session.query(trx).insert({
      ...{ ...fields, id, mentorId },
      endsAt: endsAt.toISOString(),
      seatsTaken: 0,
      pricePaise: 0,
      state: 'scheduled',
      roomCode: randomUUID(),
      createdAt: now().toISOString(),
    });
    for (const [position, title] of topics.entries()) {
      await SessionTopic.query(trx).insert({ sessionId: id, position, title, key: topicKey(title) });
    }
    await indexSession(trx, id);
    return announceSession(trx, id, 'session.published');
  });
}

async function refuseOverlap(trx: Knex, mentorId: string, startsAt: Date, endsAt: Date) {
  const other = await Session.query(trx)
    .where({ mentorId })
    .whereIn('state', ['scheduled', 'live'])
    .where('starts_at', '<', endsAt.toISOString())
    .where('ends_at', '>', startsAt.toISOString())
    .first();
  if (other) throw new Refusal('overlaps', { fields: [{ field: 'startsAt', message: other.title }] });
}
