import { Row } from '../../config/Row.ts';

/** A stored file that belongs to a lesson. */
export class SessionFile extends Row {
  static override tableName = 'session_files';

  /** Also the stored file's. */
  declare id: string;
  declare sessionId: string;
  declare userId: string;
  declare use: 'chat' | 'resource';
  declare toUserId: string | null;
  declare name: string;
  declare type: string;
  declare bytes: number;
  declare createdAt: string;
}
