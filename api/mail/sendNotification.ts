import { User } from '../accounts/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { Notification } from '../notifications/index.ts';
import { mailTexts } from '../text/mails.ts';
import type { MailContext } from './sendBookingConfirmed.ts';
import { sendOnce } from './sendOnce.ts';
import type { Mail } from './transport.ts';
import { writeMail } from './writeMail.ts';

/**
 * Job `mail.notification`: mails what the list tells (LIVE-3). Whether it is wanted was decided when it was written.
 * @throws Error of the SMTP dialogue; the job is then tried again.
 */
export async function sendNotification(
  context: MailContext,
  { notificationId }: JobData<'mail.notification'>,
  job: { id: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendOnce(context, { ...job, kind: 'mail.notification' }, async () => {
    const notification = await Notification.query(context.knex).findById(notificationId);
    if (!notification) return null;
    const user = await User.query(context.knex).findById(notification.userId);
    return user?.deletedAt === null ? compose(notification, user, context.settings.publicUrl) : null;
  });
}

function compose(notification: Notification, user: User, publicUrl: string): Mail | null {
  const { kind, subject, path, createdAt } = notification;
  // Its own mail, with the entry for the calendar, went out by itself.
  if (kind === 'booking.confirmed') return null;
  const words = mailTexts(user.locale).notifications[kind]({
    ...{ name: user.name, subject, createdAt, timeZone: user.timeZone },
    url: new URL(path, publicUrl).href,
    settingsUrl: new URL(`/dashboard/${user.role}/settings/notifications`, publicUrl).href,
  });
  return writeMail(user, user.locale, words);
}
