import { z } from 'zod';
import type { Caller } from '../accounts/index.ts';
import type { KeptMessage } from '../contracts/chat.ts';
import { readPage, type Page } from '../http/cursor.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { presentMessage, readableMessages } from './readableMessages.ts';

const place = z.tuple([z.number().int(), z.uuid()]);

/** What was said in a lesson, in its order, as far as the caller may read it. @throws Refusal `not_found`, `forbidden` */
export async function listMessages(
  services: Services,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
  page: Page,
): Promise<{ items: KeptMessage[]; nextCursor: string | null }> {
  const { query } = await readableMessages(services, seats, me, sessionId);
  return readPage(
    query,
    page,
    { columns: ['chat_messages.position', 'chat_messages.id'], order: 'asc', place },
    ({ position, id }): [number, string] => [Number(position), id],
    presentMessage,
  );
}
