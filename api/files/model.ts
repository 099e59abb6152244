import { Row } from '../../config/Row.ts';
import type { UploadPurpose } from '../contracts/files.ts';

/** A file that is being sent, or was. */
export class Upload extends Row {
  static override tableName = 'uploads';

  /** Also the id of the file that comes of it. */
  declare id: string;
  declare userId: string;
  declare purpose: UploadPurpose;
  /** As declared; no more is taken. */
  declare bytes: number;
  declare state: 'open' | 'done' | 'refused';
  declare createdAt: string;
  declare expiresAt: string;
  declare lockedBy: string | null;
  declare lockedUntil: string | null;
  declare lockAskedAt: string | null;
}

/** A file that belongs to a person; see places.ts for where its bytes lie. */
export class StoredFile extends Row {
  static override tableName = 'files';

  declare id: string;
  declare userId: string;
  declare purpose: UploadPurpose;
  /** Media type, found by its content. */
  declare type: string;
  declare bytes: number;
  declare createdAt: string;
  /** From then on it is not shown; a job removes it. */
  declare removedAt: string | null;
}
