import { Row } from '../../config/Row.ts';
import type { DataExport } from '../contracts/privacy.ts';

/** A zip with everything of a person, made by a job. */
export class Export extends Row {
  static override tableName = 'exports';

  declare id: string;
  declare userId: string;
  declare state: DataExport['state'];
  declare askedAt: string;
  /** From when on the file is gone. */
  declare expiresAt: string | null;
  declare bytes: number | null;
}
