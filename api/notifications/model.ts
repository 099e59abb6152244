import { Row } from '../../config/Row.ts';
import type { NotificationKind } from '../contracts/notifications.ts';

export class Notification extends Row {
  static override tableName = 'notifications';
  static override jsonAttributes = ['subject'];

  declare id: string;
  declare userId: string;
  declare kind: NotificationKind;
  declare subject: Record<string, string>;
  declare path: string;
  declare createdAt: string;
  declare readAt: string | null;
}
