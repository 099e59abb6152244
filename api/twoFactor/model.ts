import { Row } from '../../config/Row.ts';

/** An authenticator app that a person has, or is about to have. */
export class TwoFactor extends Row {
  static override tableName = 'two_factors';
  static override idColumn = 'user_id';

  declare userId: string;
  /** Sealed with the purpose `totp`. */
  declare secret: string;
  declare createdAt: string;
  /** Null until a code of the app was right. */
  declare enabledAt: string | null;
  /** The newest time step whose code was taken. */
  declare lastStep: number | null;
}

/** A code for the day the phone is lost, as its hash. */
export class RecoveryCode extends Row {
  static override tableName = 'recovery_codes';
  static override idColumn = ['user_id', 'code_hash'];

  declare userId: string;
  declare codeHash: string;
  declare usedAt: string | null;
}
