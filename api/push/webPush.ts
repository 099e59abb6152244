import webPush, { type RequestDetails } from 'web-push';
import type { Settings } from '../../config/settings.ts';
import type { PushSubscription } from '../contracts/preferences.ts';

export type Vapid = NonNullable<Settings['push']['vapid']>;

export interface PushMessage {
  payload: string;
  /** A newer message with the same topic takes the place of one that waits at the push service (RFC 8030, 5.4). */
  topic: string;
  /** How long the push service keeps it for a browser that is away (RFC 8030, 5.2). */
  ttlSeconds: number;
  /** `high` also wakes a device that saves its battery (RFC 8030, 5.3). */
  urgency: 'normal' | 'high';
}

/**
 * Seals a message for one browser (RFC 8291, aes128gcm) and signs the call for its push service (VAPID, RFC 8292).
 * The one place that knows web-push; the call itself is made by postToPushService.ts.
 * @throws Error when the browser's keys are none.
 */
export function sealPush(subscription: PushSubscription, message: PushMessage, vapid: Vapid): RequestDetails {
  const { payload, topic, ttlSeconds: TTL, urgency } = message;
  return webPush.generateRequestDetails(subscription, payload, {
    ...{ topic, TTL, urgency },
    contentEncoding: 'aes128gcm',
    vapidDetails: vapid,
  });
}
