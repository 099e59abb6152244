import { codeRules, findCodeForMail, User, type CodeForMail } from '../accounts/index.ts';
import type { Locale } from '../contracts/accounts.ts';
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
    if (!code) return null;
    const owner = await User.query(context.knex).findOne({ email: code.email });
    return compose(code, owner?.locale ?? 'en', context.settings.publicUrl);
  });
}

function compose(code: CodeForMail, locale: Locale, publicUrl: string): Mail {
  const texts = mailTexts(locale);
  const words =
    code.kind === 'account_exists'
      ? texts.accountExists({ logInUrl: new URL('/login', publicUrl).href })
      : texts.emailCode({ ...code, minutes: codeRules.goodForMs / minuteMs });
  return writeMail({ name: '', email: code.email }, locale, words);
}
