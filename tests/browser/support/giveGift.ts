import { randomUUID } from 'node:crypto';
import { tellRoomOfGift } from '../../../api/gifts/index.ts';
import { openDatabase } from '../../../config/database.ts';
import { loadSettings } from '../../../config/settings.ts';
import { shared } from './people.ts';

/** What the transaction that receives a gift does, in the product's own database: its room is told through the outbox. */
export async function giveGift(gift: { sessionId: string; fromUserId: string; amountPaise: number }) {
  const knex = openDatabase(loadSettings(shared.productEnv).databaseUrl);
  try {
    await knex.transaction((trx) => tellRoomOfGift(trx, { giftId: randomUUID(), ...gift }));
  } finally {
    await knex.destroy();
  }
}
