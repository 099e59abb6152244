import type { Knex } from 'knex';
import { presentPerson, User } from '../accounts/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { found } from '../Refusal.ts';
import { Session } from '../sessions/index.ts';

interface Given {
  giftId: string;
  sessionId: string;
  fromUserId: string;
  amountPaise: number;
}

/**
 * Lets the lesson's room thank for a gift as soon as the transaction that received it commits (PAY-6). Where nobody is in
 * the room, nobody is told.
 * @throws Refusal `not_found` for a lesson or a person that is not there.
 */
export async function tellRoomOfGift(
  trx: Knex.Transaction,
  { giftId, sessionId, fromUserId, amountPaise }: Given,
): Promise<void> {
  const { roomCode } = found(await Session.query(trx).findById(sessionId));
  const { name } = presentPerson(found(await User.query(trx).findById(fromUserId)));
  const gift = { id: giftId, from: { userId: fromUserId, name }, amountPaise };
  await enqueueJob(trx, 'gift.tell', { roomCode, gift });
}
