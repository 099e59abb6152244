import type { Knex } from 'knex';
import type { RequestDetails } from 'web-push';
import type { Logger } from '../../config/logger.ts';
import { Push, PushSubscriptionRow } from './model.ts';
import { postToPushService } from './postToPushService.ts';
import { ForbiddenTarget, type PushTarget } from './PushTarget.ts';
import { sealPush, type PushMessage, type Vapid } from './webPush.ts';

export interface PushMeans {
  knex: Knex;
  logger: Logger;
  vapid: Vapid;
  target: PushTarget;
  signal: AbortSignal | undefined;
  now: () => Date;
}

/**
 * Tells one browser and records it. A subscription that is over, or can never be used, is removed.
 * @throws Error when the push service was not reached, is busy (429) or broken (5xx): try again later.
 */
export async function tellBrowser(
  means: PushMeans,
  { id, endpoint, p256dh, auth }: PushSubscriptionRow,
  notificationId: string,
  message: PushMessage,
): Promise<void> {
  const { knex, logger, now } = means;
  const outcome = await deliver(means, { endpoint, keys: { p256dh, auth } }, message);
  if (outcome === 'over') {
    await PushSubscriptionRow.query(knex).deleteById(id);
    return;
  }
  if (outcome !== 'taken')
    logger.error({ status: outcome, service: new URL(endpoint).host }, 'a push service refuses our message');
  // Nothing to record when the browser was logged out meanwhile.
  const row = { notificationId, subscriptionId: id, settledAt: now().toISOString() };
  if (await PushSubscriptionRow.query(knex).findById(id))
    await Push.query(knex).insert(row).onConflict(['notification_id', 'subscription_id']).ignore();
}

async function deliver(
  { vapid, target, signal }: PushMeans,
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
  message: PushMessage,
): Promise<'taken' | 'over' | number> {
  const status = await post(sealPush(subscription, message, vapid), target, signal);
  if (status === 'forbidden' || status === 404 || status === 410) return 'over';
  if (status >= 200 && status < 300) return 'taken';
  if (status === 429 || status >= 500) throw new Error(`the push service answers ${status}`);
  return status;
}

async function post(request: RequestDetails, target: PushTarget, signal: AbortSignal | undefined) {
  try {
    return await postToPushService(request, target, signal);
  } catch (error) {
    if (error instanceof ForbiddenTarget) return 'forbidden';
    throw error;
  }
}
