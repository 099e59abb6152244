import { ECDH, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import type { Knex } from 'knex';
import type { PushSubscription } from '../contracts/preferences.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { pushText } from '../text/push.ts';
import { PushSubscriptionRow } from './model.ts';
import { createPushTarget, ForbiddenTarget, type PushTarget } from './PushTarget.ts';

/** More browsers than a person has; the one that agreed first goes. */
const subscriptionsMax = 10;

export interface Subscriber {
  userId: string;
  logInId: string;
}

/**
 * Keeps the subscription of a browser, for as long as it is logged in. One that was somebody else's is theirs no more:
 * the browser has changed hands.
 * @throws Refusal `invalid`
 */
export async function subscribe(
  { knex, now, settings }: Services,
  { userId, logInId }: Subscriber,
  { endpoint, keys }: PushSubscription,
): Promise<void> {
  await refuseStrangeEndpoint(endpoint, createPushTarget(settings.push.allowLoopback));
  refuseBrokenKey(keys.p256dh);
  await knex.transaction(async (trx) => {
    await PushSubscriptionRow.query(trx).where({ endpoint }).whereNot({ userId }).delete();
    const kept = { userId, logInId, endpoint, ...keys };
    await PushSubscriptionRow.query(trx)
      .insert({ ...kept, id: randomUUID(), createdAt: now().toISOString() })
      .onConflict('endpoint')
      .merge(['user_id', 'log_in_id', 'p256dh', 'auth']);
    await dropOldest(trx, userId);
  });
}

async function dropOldest(trx: Knex, userId: string) {
  const rows = await PushSubscriptionRow.query(trx)
    .where({ userId })
    .orderBy('created_at', 'desc')
    .select('id');
  const ids = rows.slice(subscriptionsMax).map(({ id }) => id);
  if (ids.length > 0) await PushSubscriptionRow.query(trx).whereIn('id', ids).delete();
}

/** A name that leads nowhere now is let through: it is judged again each time it is called. */
async function refuseStrangeEndpoint(endpoint: string, target: PushTarget) {
  try {
    const { hostname } = target.refuse(endpoint);
    const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
    target.refuseAll(hostname, addresses);
  } catch (error) {
    if (!(error instanceof ForbiddenTarget)) throw error;
    throw new Refusal('invalid', {
      fields: [{ field: 'endpoint', message: pushText.endpoint }],
      cause: error,
    });
  }
}

/** The key must be a point on the curve P-256 (RFC 8291, 3.1), or nothing could ever be sealed for it. */
function refuseBrokenKey(p256dh: string) {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url');
  } catch (error) {
    throw new Refusal('invalid', { fields: [{ field: 'keys.p256dh', message: pushText.key }], cause: error });
  }
}
