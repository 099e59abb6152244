import { Row } from '../../config/Row.ts';
import type { Locale, Role } from '../contracts/accounts.ts';
import type { LessonLanguage } from '../contracts/teaching.ts';

export class User extends Row {
  static override tableName = 'users';

  declare id: string;
  declare role: Role;
  declare name: string;
  /** Lower case; unique. */
  declare email: string;
  /** Argon2id in PHC form. */
  declare passwordHash: string;
  declare locale: Locale;
  /** IANA name. */
  declare timeZone: string;
  /** The stored file of their picture. */
  declare pictureId: string | null;
  /** Set once nothing of the person is left in the row. */
  declare deletedAt: string | null;
  declare createdAt: string;
}

/** What a person told of themselves beside their account. */
export class Profile extends Row {
  static override tableName = 'profiles';
  static override idColumn = 'user_id';
  static override jsonAttributes = ['languages'];

  declare userId: string;
  declare goals: string;
  declare bio: string;
  /** In which a mentor teaches; English unless said otherwise. */
  declare languages: LessonLanguage[];
  declare introVideoId: string | null;
}

export class ProfileTopic extends Row {
  static override tableName = 'profile_topics';
  static override idColumn = ['user_id', 'kind', 'position'];

  declare userId: string;
  declare kind: 'domain' | 'skill' | 'interest';
  declare position: number;
  declare title: string;
  /** The title as it is searched for. */
  declare key: string;
}

/** One browser in which a person is logged in: a family of refresh tokens. */
export class LogInRow extends Row {
  static override tableName = 'log_ins';

  declare id: string;
  declare userId: string;
  declare userAgent: string;
  declare createdAt: string;
  declare lastUsedAt: string;
  declare endedAt: string | null;
}

/** One link in the chain of a log-in. Only the newest of a family is good; the token itself is never stored. */
export class RefreshToken extends Row {
  static override tableName = 'refresh_tokens';

  declare id: string;
  /** The log-in to which all its successors belong. */
  declare familyId: string;
  declare userId: string;
  declare tokenHash: string;
  declare createdAt: string;
  declare expiresAt: string;
  declare rotatedAt: string | null;
  declare revokedAt: string | null;
}

/** A log-in whose first factor was right; the second is waited for (AUTH-7). */
export class LogInChallenge extends Row {
  static override tableName = 'log_in_challenges';

  declare id: string;
  declare userId: string;
  /** A code of the app is wanted, or the app is to be set up. */
  declare step: 'totp' | 'totpSetup';
  declare expiresAt: string;
}

export type CodePurpose = 'sign_up' | 'log_in' | 'reset';

/** A code that was asked for by e-mail. The code itself is nowhere, see emailCode.ts. */
export class EmailCode extends Row {
  static override tableName = 'email_codes';

  declare id: string;
  declare purpose: CodePurpose;
  declare email: string;
  /** What a right code creates, as JSON of `pendingAccount`; only for sign-up. */
  declare account: string | null;
  declare issue: number;
  declare tries: number;
  declare sentAt: string;
  declare expiresAt: string;
  declare usedAt: string | null;
}
