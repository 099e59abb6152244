import type { Notification as NotificationView } from '../contracts/notifications.ts';
import type { Notification } from './model.ts';

export function presentNotification(notification: Notification): NotificationView {
  const { id, kind, subject, path, createdAt, readAt } = notification;
  return { id, kind, subject, path, createdAt, readAt };
}
