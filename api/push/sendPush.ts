import type { Knex } from 'knex';
import type { Logger } from '../../config/logger.ts';
import type { Settings } from '../../config/settings.ts';
import type { JobData } from '../contracts/jobs.ts';
import { Notification, pushWorthUntil, waysOf } from '../notifications/index.ts';
import { DoLater } from '../outbox/index.ts';
import { preferencesOf, quietUntil } from '../preferences/index.ts';
import { pushTexts } from '../text/pushes.ts';
import { liveSubscriptions, Push } from './model.ts';
import { createPushTarget } from './PushTarget.ts';
import { tellBrowser } from './tellBrowser.ts';
import type { PushMessage } from './webPush.ts';

export interface PushContext {
  settings: Pick<Settings, 'push' | 'tokens'>;
  knex: Knex;
  logger: Logger;
  now: () => Date;
}

/**
 * Job `push.notification`: tells somebody's browsers, each once however often the job runs (LIVE-3). All is judged
 * anew when it runs: what was read, is no news any more, or is no longer wanted so is not sent.
 * @throws DoLater while quiet hours last; Error when a push service asks to be tried again.
 */
export async function sendPush(
  context: PushContext,
  { notificationId }: JobData<'push.notification'>,
  { signal }: { signal?: AbortSignal | undefined },
): Promise<void> {
  const { knex, settings, logger, now } = context;
  const { vapid, allowLoopback } = settings.push;
  const found = vapid && (await messageFor(context, notificationId));
  if (!found) return;
  const oldestLogIn = new Date(now().getTime() - settings.tokens.refreshSeconds * 1000);
  const subscriptions = await liveSubscriptions(knex, oldestLogIn)
    .where({ userId: found.userId })
    .whereNotIn('id', Push.query(knex).where({ notificationId }).select('subscription_id'));
  const means = { ...{ knex, logger, vapid, signal }, target: createPushTarget(allowLoopback), now };
  const told = await Promise.allSettled(
    subscriptions.map((subscription) => tellBrowser(means, subscription, notificationId, found.message)),
  );
  const failures = told.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (failures.length > 0) throw new AggregateError(failures, 'some browsers could not be told');
}

async function messageFor(
  { knex, now }: PushContext,
  notificationId: string,
): Promise<{ userId: string; message: PushMessage } | undefined> {
  const notification = await Notification.query(knex).findById(notificationId);
  if (notification?.readAt !== null) return undefined;
  const { kind, userId, subject, path } = notification;
  const worthMs = pushWorthUntil(notification).getTime() - now().getTime();
  const preferences = await preferencesOf(knex, userId);
  if (worthMs <= 0 || !preferences) return undefined;
  if (!waysOf(kind, preferences).push) return undefined;
  const quietEnd = quietUntil(now(), preferences);
  if (quietEnd) throw new DoLater(quietEnd);
  const { locale } = preferences;
  const words = pushTexts(locale)[kind](subject);
  const at = Date.parse(notification.createdAt);
  return {
    userId,
    message: {
      payload: JSON.stringify({ ...words, path, at, tag: notificationId, lang: locale }),
      // At most 32 characters of base64url (RFC 8030, 5.4).
      topic: notificationId.replaceAll('-', ''),
      ttlSeconds: Math.ceil(worthMs / 1000),
      urgency: kind === 'session.live' ? 'high' : 'normal',
    },
  };
}
