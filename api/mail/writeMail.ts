import type { Locale } from '../contracts/accounts.ts';
import type { MailWords } from '../text/mails.ts';
import { renderHtml, renderText } from './layout.ts';
import type { Mail } from './transport.ts';

/** A mail to someone in their language. */
export const writeMail = (to: { name: string; email: string }, locale: Locale, words: MailWords): Mail => ({
  to: { name: to.name, address: to.email },
  subject: words.subject,
  text: renderText(words),
  html: renderHtml(words, locale),
});
