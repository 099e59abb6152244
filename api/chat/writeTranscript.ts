import { User, type Caller } from '../accounts/index.ts';
import type { KeptMessage } from '../contracts/chat.ts';
import { Download } from '../http/Download.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { chatText } from '../text/chat.ts';
import { zonedTimes } from '../text/zonedTimes.ts';
import { htmlTranscript } from './htmlTranscript.ts';
import { presentMessage, readableMessages } from './readableMessages.ts';
import { textTranscript } from './textTranscript.ts';

const pageRows = 500;

/** A transcript's words and times, in its reader's language and time zone. */
export interface TranscriptStyle {
  locale: User['locale'];
  title: string;
  words: ReturnType<typeof chatText>;
  times: ReturnType<typeof zonedTimes>;
}

/**
 * The chat of a lesson as a file, as far as the caller may read it.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function writeTranscript(
  services: Services,
  seats: SeatBook,
  me: Caller,
  { sessionId, format }: { sessionId: string; format: 'text' | 'html' },
): Promise<Download> {
  const { lesson, query } = await readableMessages(services, seats, me, sessionId);
  const { locale, timeZone } = await User.query(services.knex).findById(me.userId).throwIfNotFound();
  const words = chatText(locale);
  const style: TranscriptStyle = {
    ...{ locale, words, title: words.title({ session: lesson.title }) },
    times: zonedTimes(locale === 'hi' ? 'hi-IN' : 'en-IN', timeZone),
  };
  const messages = pagesOf(query);
  const name = `peerlearn-chat-${lesson.startsAt.slice(0, 10)}`;
  return format === 'text'
    ? new Download(`${name}.txt`, 'text/plain', textTranscript(messages, style))
    : new Download(`${name}.html`, 'text/html', htmlTranscript(messages, style));
}

/** No more than a page of rows is ever in memory. */
async function* pagesOf(
  query: Awaited<ReturnType<typeof readableMessages>>['query'],
): AsyncGenerator<KeptMessage> {
  query.orderBy(['position', 'id']).limit(pageRows);
  for (let offset = 0; ; offset += pageRows) {
    const rows = await query.clone().offset(offset);
    for (const row of rows) yield presentMessage(row);
    if (rows.length < pageRows) return;
  }
}
