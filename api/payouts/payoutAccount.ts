import type { Knex } from 'knex';
import { createSecretBox } from '../../config/secretBox.ts';
import type { Caller } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import type { PayoutAccount, SetPayoutAccount } from '../contracts/profile.ts';
import type { Services } from '../Services.ts';
import { PayoutAccountRow } from './model.ts';
import { mask } from './rules.ts';

type Origin = { address: string; userAgent: string };

/** What a mentor sees of where their money goes: masked, whoever looks. */
export async function findPayoutAccount(knex: Knex, userId: string): Promise<PayoutAccount> {
  const row = await PayoutAccountRow.query(knex).findById(userId);
  if (!row) return { account: null };
  const { kind, masked, changedAt } = row;
  return { account: { kind, masked, changedAt } };
}

/** Stores payout details in place of the last ones, sealed, and writes into the audit log that they changed. */
export async function setPayoutAccount(
  { knex, settings, now }: Services,
  me: Caller,
  details: SetPayoutAccount,
  origin: Origin,
): Promise<PayoutAccount> {
  const at = now();
  const row = {
    kind: details.kind,
    sealed: createSecretBox(settings.dataSecret, 'payouts').seal(JSON.stringify(details)),
    masked: mask(details),
    changedAt: at.toISOString(),
  };
  return knex.transaction(async (trx) => {
    const before = await PayoutAccountRow.query(trx).findById(me.userId).forUpdate();
    await PayoutAccountRow.query(trx)
      .insert({ userId: me.userId, ...row })
      .onConflict('user_id')
      .merge();
    await record(trx, me, { act: 'payoutAccount.set', before: before?.kind, after: row.kind, origin, at });
    return findPayoutAccount(trx, me.userId);
  });
}

/** Forgets payout details; nothing happens when there are none. */
export async function removePayoutAccount(
  { knex, now }: Services,
  me: Caller,
  origin: Origin,
): Promise<PayoutAccount> {
  return knex.transaction(async (trx) => {
    const before = await PayoutAccountRow.query(trx).findById(me.userId).forUpdate();
    if (before) {
      await before.$query(trx).delete();
      await record(trx, me, { act: 'payoutAccount.removed', before: before.kind, origin, at: now() });
    }
    return { account: null };
  });
}

type Change = { act: string; before?: string | undefined; after?: string; origin: Origin; at: Date };

/** That it changed, and from which kind to which; the details stay out of a log that can never be cleaned. */
function record(trx: Knex, me: Caller, { act, before, after, origin, at }: Change): Promise<void> {
  return recordAct(trx, {
    actor: { id: me.userId, role: me.role },
    act,
    subject: { kind: 'user', id: me.userId },
    ...(before && { before: { kind: before } }),
    ...(after && { after: { kind: after } }),
    ...{ origin, at },
  });
}
