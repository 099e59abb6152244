import type { Caller } from '../accounts/index.ts';
import type { KeptMessage } from '../contracts/chat.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { ChatMessageRow } from './model.ts';
import { mayReadChat } from './policy.ts';

/**
 * What the caller may read of a lesson's chat: what was said to all, and what they said or were told in private.
 * @throws Refusal `not_found`, `forbidden` to who takes no part in it.
 */
export async function readableMessages(
  { knex }: Pick<Services, 'knex'>,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
) {
  const { lesson, standing } = await standIn(knex, seats, me, sessionId);
  if (!mayReadChat(standing)) throw new Refusal('forbidden');
  const query = ChatMessageRow.query(knex)
    .where({ sessionId })
    .where((readable) => {
      void readable.whereNull('toUserId').orWhere({ toUserId: me.userId }).orWhere({ userId: me.userId });
    })
    .withGraphFetched('[author, addressee]');
  return { lesson, query };
}

export function presentMessage({ id, saidAt, author, addressee, text, file }: ChatMessageRow): KeptMessage {
  return {
    ...{ id, at: saidAt, text, file },
    by: { id: author.id, name: author.name },
    to: addressee ? { id: addressee.id, name: addressee.name } : null,
  };
}
