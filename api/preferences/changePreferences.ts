import type { Knex } from 'knex';
import { channels } from '../contracts/events.ts';
import type { ChangePreferences, Preferences } from '../contracts/preferences.ts';
import { emitLive } from '../outbox/index.ts';
import { found } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { PreferencesRow, Speech } from './model.ts';
import { preferencesOf } from './preferencesOf.ts';

/**
 * Changes what is named and leaves the rest as it is; the person's other pages follow (WEB-6).
 * @throws Refusal `not_found` when the account is gone.
 */
export async function changePreferences(
  { knex, now }: Services,
  userId: string,
  change: ChangePreferences,
): Promise<Preferences> {
  return knex.transaction(async (trx) => {
    // Two pages that save at once: the second one adds to what the first one saved.
    found(await Speech.query(trx).findById(userId).select('id').forUpdate());
    const preferences = { ...found(await preferencesOf(trx, userId)), ...change };
    await save(trx, userId, preferences, now());
    await emitLive(trx, [channels.user(userId)], 'preferences.changed', { preferences });
    return preferences;
  });
}

async function save(trx: Knex.Transaction, userId: string, preferences: Preferences, now: Date) {
  const { locale, timeZone, sound, ways, quietHours } = preferences;
  await Speech.query(trx).findById(userId).patch({ locale, timeZone });
  const row = {
    choices: { sound, ways },
    quietFrom: quietHours?.from ?? null,
    quietTo: quietHours?.to ?? null,
    changedAt: now.toISOString(),
  };
  await PreferencesRow.query(trx)
    .insert({ userId, ...row })
    .onConflict('user_id')
    .merge();
}
