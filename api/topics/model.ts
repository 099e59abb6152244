import { Row } from '../../config/Row.ts';

/** A topic that the platform knows by name. */
export class Topic extends Row {
  static override tableName = 'topics';
  static override idColumn = 'key';

  /** The title as it is compared: lower case. */
  declare key: string;
  declare title: string;
}
