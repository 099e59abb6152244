import { Row } from '../../config/Row.ts';
import type { Role } from '../contracts/accounts.ts';

/** One act that was done; the database lets nobody change or remove it (AUTH-10). */
export class AuditEntry extends Row {
  static override tableName = 'audit_log';

  declare id: string;
  declare at: string;
  /** Null for the operator and for the product itself. */
  declare actorId: string | null;
  declare actorRole: Role | 'operator' | 'system';
  /** `thing.donePast`, e.g. `twoFactor.enabled`. */
  declare act: string;
  declare subjectKind: string;
  declare subjectId: string;
  /** JSON of what changed. */
  declare before: string | null;
  declare after: string | null;
  declare address: string | null;
  declare userAgent: string | null;
}
