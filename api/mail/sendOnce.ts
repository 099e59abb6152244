import type { Knex } from 'knex';
import type { Mail, SendMail } from './transport.ts';

interface MailRow {
  id: string;
  kind: string;
  message_id: string;
  state: 'pending' | 'sent' | 'not_needed';
  created_at: string;
  settled_at: string | null;
}

export interface MailServices {
  knex: Knex;
  sendMail: SendMail;
  /** Right side of Message-IDs and calendar UIDs. */
  host: string;
}

export interface MailJob {
  /** The job's id; the same whenever the job runs again. */
  id: string;
  kind: string;
  signal?: AbortSignal | undefined;
}

/**
 * Sends the mail of a job once, however often the job runs. A worker killed while it speaks to the SMTP server
 * leaves nothing behind there (a message without its final dot is discarded, RFC 5321 4.1.1.4), so the next run
 * sends it.
 *
 * One window cannot be closed by any client of SMTP: killed after the server's 250 and before our own commit,
 * the next run hands the message over again. It then carries the same Message-ID, by which mail stores (our own
 * at /dev/mail too) and readers know it for the same message.
 * @param compose gives the mail, or null when it is no longer wanted.
 */
export async function sendOnce(
  { knex, sendMail, host }: MailServices,
  job: MailJob,
  compose: () => Promise<Mail | null>,
): Promise<void> {
  const row = await findOrCreate(knex, job, host);
  if (row.state !== 'pending') return;
  const mail = await compose();
  if (mail) await sendMail(mail, { messageId: row.message_id, signal: job.signal });
  await knex<MailRow>('mails')
    .where({ id: job.id })
    .update({ state: mail ? 'sent' : 'not_needed', settled_at: new Date().toISOString() });
}

async function findOrCreate(knex: Knex, job: MailJob, host: string): Promise<MailRow> {
  const fresh: MailRow = {
    id: job.id,
    kind: job.kind,
    message_id: `<${job.id}@${host}>`,
    state: 'pending',
    created_at: new Date().toISOString(),
    settled_at: null,
  };
  await knex<MailRow>('mails').insert(fresh).onConflict('id').ignore();
  return (await knex<MailRow>('mails').where({ id: job.id }).first()) ?? fresh;
}
