import { User } from '../accounts/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { mailTexts } from '../text/mails.ts';
import type { MailContext } from './sendBookingConfirmed.ts';
import { sendOnce } from './sendOnce.ts';
import { writeMail } from './writeMail.ts';

/**
 * Job `mail.passwordChanged`: tells the owner, who may not be the one who did it.
 * @throws Error of the SMTP dialogue; the job is then tried again.
 */
export async function sendPasswordChanged(
  context: MailContext,
  { userId, changedAt }: JobData<'mail.passwordChanged'>,
  job: { id: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendOnce(context, { ...job, kind: 'mail.passwordChanged' }, async () => {
    const user = await User.query(context.knex).findById(userId);
    if (user?.deletedAt !== null) return null;
    const logInUrl = new URL('/login', context.settings.publicUrl).href;
    const { name, locale, timeZone } = user;
    return writeMail(
      user,
      locale,
      mailTexts(locale).passwordChanged({ name, changedAt, timeZone, logInUrl }),
    );
  });
}
