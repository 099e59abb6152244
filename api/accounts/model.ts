import { Row } from '../../config/Row.ts';
import type { Role } from '../contracts/accounts.ts';

export class User extends Row {
  static override tableName = 'users';

  declare id: string;
  declare role: Role;
  declare name: string;
  /** Lower case; unique. */
  declare email: string;
  /** Argon2id in PHC form. */
  declare passwordHash: string;
  declare createdAt: string;
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
