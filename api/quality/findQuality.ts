import type { Caller } from '../accounts/index.ts';
import type { SessionQuality } from '../contracts/quality.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { QualityRow } from './model.ts';
import { summarise } from './rules.ts';

/**
 * How connections carried in a lesson (ROOM-15): everyone's for its mentor and admins, for a learner their own.
 * @throws Refusal `not_found`, `forbidden` to strangers.
 */
export async function findQuality(
  { knex }: Pick<Services, 'knex'>,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<SessionQuality> {
  const { standing } = await standIn(knex, seats, me, sessionId);
  if (!standing) throw new Refusal('forbidden');
  const rows = await QualityRow.query(knex)
    .where({ sessionId, ...(standing === 'learner' && { userId: me.userId }) })
    // An admin who looks in has no part in the lesson.
    .whereIn('role', ['mentor', 'learner'])
    .withGraphFetched('user')
    .orderBy(['measured_from', 'id']);
  const people = [...Map.groupBy(rows, ({ userId }) => userId).values()].flatMap((own) => {
    const [{ user, role } = {}] = own;
    if (!user || !role || role === 'admin') return [];
    const summary = summarise(own.map(({ quality }) => quality));
    return [{ user: { id: user.id, name: user.name }, role, ...summary }];
  });
  const rank = { mentor: 0, learner: 1 };
  people.sort((a, b) => rank[a.role] - rank[b.role] || a.user.name.localeCompare(b.user.name));
  return { people };
}
