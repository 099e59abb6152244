import { Row } from '../../config/Row.ts';

/** A state of one element or page of a lesson's board. */
export class BoardChange extends Row {
  static override tableName = 'board_changes';
  static override idColumn = ['session_id', 'position', 'item_key'];

  declare sessionId: string;
  /** When it came about, in milliseconds; PostgreSQL gives it as text. */
  declare position: number | string;
  declare itemKey: string;
  declare version: number;
  declare versionNonce: number;
  declare userId: string;
  /** A `boardItem` as JSON. */
  declare item: string;
}

/** An image on a lesson's board. */
export class BoardImage extends Row {
  static override tableName = 'board_images';
  static override idColumn = ['session_id', 'file_id'];

  declare sessionId: string;
  declare fileId: string;
}
