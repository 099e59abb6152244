import { z } from 'zod';
import { createSecretBox } from '../../config/secretBox.ts';
import { locale } from '../contracts/accounts.ts';
import type { JobData } from '../contracts/jobs.ts';
import { privacyText } from '../text/privacy.ts';
import { type MailServices, sendOnce } from './sendOnce.ts';
import { writeMail } from './writeMail.ts';

const person = z.object({ name: z.string(), email: z.string(), locale });

/**
 * Job `mail.farewell`: the last mail to somebody whose account was deleted.
 * @throws Error of the SMTP dialogue; the job is then tried again.
 */
export async function sendFarewell(
  context: MailServices & { settings: { dataSecret: string } },
  { sealed }: JobData<'mail.farewell'>,
  job: { id: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await sendOnce(context, { ...job, kind: 'mail.farewell' }, () => {
    const box = createSecretBox(context.settings.dataSecret, 'farewell');
    const { name, email, locale } = person.parse(JSON.parse(box.open(sealed)));
    return Promise.resolve(writeMail({ name, email }, locale, privacyText(locale).farewell({ name })));
  });
}
