import type { Knex } from 'knex';
import { recordAct } from '../audit/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import type { Services } from '../Services.ts';
import { dropUnconfirmed } from '../twoFactor/index.ts';
import type { Origin } from './beginLogIn.ts';
import { dropChallenges } from './challenge.ts';
import { endOtherLogIns } from './logIns.ts';
import type { User } from './model.ts';

export interface NewPassword {
  user: User;
  /** By `hashPassword`, after `refusePassword`. */
  passwordHash: string;
  act: 'password.reset' | 'password.changed';
  /** The log-in that goes on. */
  keptLogInId: string | undefined;
  origin: Origin;
}

/** Stores a new password, ends all other log-ins and what was begun with the old one, and tells the owner. */
export async function setPassword(
  trx: Knex.Transaction,
  { now }: Services,
  { user, passwordHash, act, keptLogInId, origin }: NewPassword,
): Promise<void> {
  const at = now();
  await user.$query(trx).patch({ passwordHash });
  await endOtherLogIns(trx, user.id, keptLogInId, at);
  await dropChallenges(trx, user.id);
  await dropUnconfirmed(trx, user.id);
  await recordAct(trx, { actor: user, act, subject: { kind: 'user', id: user.id }, origin, at });
  await enqueueJob(trx, 'mail.passwordChanged', { userId: user.id, changedAt: at.toISOString() });
}
