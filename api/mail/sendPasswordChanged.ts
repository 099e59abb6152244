import { User } from '../accounts/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { passwordChangedWords } from '../text/mails.ts';
import { renderHtml, renderText } from './layout.ts';
import type { MailContext } from './sendBookingConfirmed.ts';
import { sendOnce } from './sendOnce.ts';

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
    if (!user) return null;
    const logInUrl = new URL('/login', context.settings.publicUrl).href;
    const words = passwordChangedWords({ name: user.name, changedAt, logInUrl });
    return {
      to: { name: user.name, address: user.email },
      subject: words.subject,
      text: renderText(words),
      html: renderHtml(words),
    };
  });
}
