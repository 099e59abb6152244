import type { Knex } from 'knex';
import type { Preferences } from '../contracts/preferences.ts';
import { PreferencesRow, Speech } from './model.ts';
import { defaultChoices } from './rules.ts';

/** What a person chose, and the defaults for the rest; undefined when there is no such person. */
export async function preferencesOf(knex: Knex, userId: string): Promise<Preferences | undefined> {
  const speech = await Speech.query(knex).findById(userId).select('locale', 'time_zone');
  if (!speech) return undefined;
  const row = await PreferencesRow.query(knex).findById(userId);
  return {
    locale: speech.locale,
    timeZone: speech.timeZone,
    sound: row?.choices.sound ?? defaultChoices.sound,
    ways: { ...defaultChoices.ways, ...row?.choices.ways },
    quietHours: row?.quietFrom && row.quietTo ? { from: row.quietFrom, to: row.quietTo } : null,
  };
}
