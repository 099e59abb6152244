import { codeRules, findCodeForMail, type CodeForMail } from '../accounts/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { mailTexts } from '../text/mails.ts';
import type { MailContext } from './sendBookingConfirmed.ts';
import { sendOnce } from './sendOnce.ts';
import type { Mail } from './transport.ts';
import { writeMail } from './writeMail.ts';

const minuteMs = 60_000;

/**
 * Job `mail.emailCode`: mails a code, or tells that a sign-up met an account that exists (AUTH-4). A code that is
 * over, or that a newer one replaced, is not mailed.
 * @throws Error of the SMTP dialogue; the job is then tried again.
 */
export async function sendEmailCode(
  context: MailContext,
  data: JobData<'mail.emailCode'>,
  job: { id: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendOnce(context, { ...job, kind: 'mail.emailCode' }, async () => {
    const code = await findCodeForMail(context.knex, context.settings.tokens, data, new Date());
    return code ? compose(code, context.settings.publicUrl) : null;
  });
}

function compose(code: CodeForMail, publicUrl: string): Mail {
  const texts = mailTexts(code.locale);
  const words =
    code.kind === 'account_exists'
      ? texts.accountExists({ logInUrl: new URL('/login', publicUrl).href })
      : texts.emailCode({ ...code, minutes: codeRules.goodForMs / minuteMs });
  return writeMail({ name: '', email: code.email }, code.locale, words);
}
