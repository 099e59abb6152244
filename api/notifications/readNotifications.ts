import type { Knex } from 'knex';
import { channels } from '../contracts/events.ts';
import { emitLive } from '../outbox/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Notification } from './model.ts';

/**
 * Marks one as read, or all (null); the person's other pages follow. One that was read stays read at the first time.
 * @throws Refusal `not_found` when it is not theirs.
 */
export async function readNotifications(
  { knex, now }: Pick<Services, 'knex' | 'now'>,
  userId: string,
  id: string | null,
): Promise<void> {
  await knex.transaction(async (trx) => {
    const unread = Notification.query(trx).where({ userId }).whereNull('read_at');
    const asked = id === null ? unread.clone() : unread.clone().where({ id });
    const readAt = now().toISOString();
    const changed = await asked.patch({ readAt });
    if (changed > 0)
      await emitLive(trx, [channels.user(userId)], 'notification.read', {
        ...{ id, readAt },
        unread: await unread.resultSize(),
      });
    else if (id !== null) await refuseStrange(trx, userId, id);
  });
}

async function refuseStrange(trx: Knex, userId: string, id: string) {
  if ((await Notification.query(trx).where({ id, userId }).resultSize()) === 0)
    throw new Refusal('not_found');
}
