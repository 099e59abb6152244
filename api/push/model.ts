import type { Knex } from 'knex';
import type { QueryBuilder } from 'objection';
import { Row } from '../../config/Row.ts';

/** A browser that agreed to web push. */
export class PushSubscriptionRow extends Row {
  static override tableName = 'push_subscriptions';

  declare id: string;
  declare userId: string;
  /** The log-in of the browser: with it ends the subscription. */
  declare logInId: string;
  /** Where its push service takes messages; who knows it can send some, so it is kept out of logs. */
  declare endpoint: string;
  /** The browser's public key, and the secret shared with it (RFC 8291), base64url. */
  declare p256dh: string;
  declare auth: string;
  declare createdAt: string;
}

/** A browser's log-in, as far as it matters here: the rest is the accounts' own. */
class LogIn extends Row {
  static override tableName = 'log_ins';

  declare id: string;
  declare lastUsedAt: string;
  declare endedAt: string | null;
}

/** What became of telling one browser: it is not told again. */
export class Push extends Row {
  static override tableName = 'pushes';
  static override idColumn = ['notification_id', 'subscription_id'];

  declare notificationId: string;
  declare subscriptionId: string;
  declare settledAt: string;
}

/** Subscriptions of browsers that are logged in. */
export function liveSubscriptions(
  knex: Knex,
  oldestLogIn: Date,
): QueryBuilder<PushSubscriptionRow, PushSubscriptionRow[]> {
  const logIns = LogIn.query(knex)
    .select('id')
    .whereNull('ended_at')
    .where('last_used_at', '>', oldestLogIn.toISOString());
  return PushSubscriptionRow.query(knex).whereIn('log_in_id', logIns);
}

/** Subscriptions of browsers that were logged out. */
export const endedSubscriptions = (knex: Knex) =>
  PushSubscriptionRow.query(knex).whereIn(
    'log_in_id',
    LogIn.query(knex).select('id').whereNotNull('ended_at'),
  );
