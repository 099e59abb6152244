import { inject } from 'vitest';
import { until } from './until.ts';

const shared = inject('shared');
const mailLink = /<a href="\/dev\/mail\/([^"]+)">([^]*?)<\/a>/gu;

async function read(path: string): Promise<string> {
  return (await fetch(`${shared.url}${path}`)).text();
}

/** The mails that the demo mailbox received for an address, newest first, by their ids. */
async function mailsTo(email: string): Promise<string[]> {
  const list = await read('/dev/mail');
  return [...list.matchAll(mailLink)].flatMap(([, id, about]) =>
    id && about?.includes(email.toLowerCase()) ? [id] : [],
  );
}

/** How many mails an address has had: those that come later are the others. */
export const countMails = async (email: string): Promise<number> => (await mailsTo(email)).length;

/** The digits in the newest mail to an address, once it is there. @param after how many mails it had before */
export async function mailedCode(email: string, after = 0): Promise<string> {
  const [newest] = await until(
    `a code is mailed to ${email}`,
    () => mailsTo(email),
    (mails) => mails.length > after,
  );
  const text = (await read(`/dev/mail/${newest}`)).split('<pre').at(-1) ?? '';
  const [digits] = /\b\d{6}\b/u.exec(text) ?? [];
  if (!digits) throw new Error(`the mail to ${email} has no code: ${text}`);
  return digits;
}
