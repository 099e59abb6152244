import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import PostalMime, { type Email } from 'postal-mime';

export interface DevMail {
  id: string;
  message_id: string;
  recipients: string;
  subject: string;
  /** The message as it came over SMTP. */
  raw: Buffer;
  received_at: string;
}
export type DevMailSummary = Omit<DevMail, 'raw' | 'message_id'>;

const keep = 200;

/**
 * Keeps a message once for each Message-ID, as real mail stores do, and the newest ones only.
 * @returns false when the message was there already.
 */
export async function storeDevMail(knex: Knex, raw: Buffer, recipients: string[]): Promise<boolean> {
  const email = await PostalMime.parse(raw);
  const id = randomUUID();
  return knex.transaction(async (trx) => {
    const inserted = await trx<DevMail>('dev_mails')
      .insert({
        id,
        message_id: email.messageId ?? id,
        recipients: recipients.join(', '),
        subject: email.subject ?? '',
        raw,
        received_at: new Date().toISOString(),
      })
      .onConflict('message_id')
      .ignore()
      .returning('id');
    const newest = trx('dev_mails').select('id').orderBy('received_at', 'desc').limit(keep);
    await trx('dev_mails').whereNotIn('id', newest).delete();
    return inserted.length > 0;
  });
}

/** Newest first. */
export async function listDevMails(knex: Knex): Promise<DevMailSummary[]> {
  return knex<DevMail>('dev_mails')
    .select('id', 'recipients', 'subject', 'received_at')
    .orderBy('received_at', 'desc');
}

export async function readDevMail(knex: Knex, id: string): Promise<(DevMail & { email: Email }) | undefined> {
  const mail = await knex<DevMail>('dev_mails').where({ id }).first();
  return mail && { ...mail, email: await PostalMime.parse(mail.raw) };
}
