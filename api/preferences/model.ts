import { Row } from '../../config/Row.ts';
import type { Locale } from '../contracts/accounts.ts';
import type { Preferences } from '../contracts/preferences.ts';

export class PreferencesRow extends Row {
  static override tableName = 'preferences';
  static override idColumn = 'user_id';
  static override jsonAttributes = ['choices'];

  declare userId: string;
  /** As they were when they were saved: a topic that came later is not among them. */
  declare choices: { sound: boolean; ways: Partial<Preferences['ways']> };
  declare quietFrom: string | null;
  declare quietTo: string | null;
  declare changedAt: string;
}

/** How a person is spoken to. The rest of `users` is the accounts' own. */
export class Speech extends Row {
  static override tableName = 'users';

  declare id: string;
  declare locale: Locale;
  /** IANA name. */
  declare timeZone: string;
}
