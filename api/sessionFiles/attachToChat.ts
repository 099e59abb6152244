import { SignJWT } from 'jose';
import { attachmentAudience, type AttachmentClaims } from '../../media/contracts/attachment.ts';
import type { Caller } from '../accounts/index.ts';
import type { AttachToChat, ChatAttachment } from '../contracts/sessionFiles.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { addSessionFile } from './addSessionFile.ts';

/** Longer than a page that was cut off tries to send its message. */
const tokenSeconds = 24 * 3600;

/**
 * Gives a file to the chat of a lesson that goes on, and what a message needs to bring it (ROOM-8).
 * @throws Refusal `not_found`, `forbidden`, `wrong_state` when the lesson does not go on, and what `addSessionFile` throws.
 */
export async function attachToChat(
  { knex, now, settings }: Services,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
  { uploadId, name, to }: AttachToChat,
): Promise<ChatAttachment> {
  const { lesson, standing } = await standIn(knex, seats, me, sessionId);
  if (!standing || standing === 'admin' || to === me.userId) throw new Refusal('forbidden');
  if (lesson.state !== 'live') throw new Refusal('wrong_state');
  const wanted = { id: uploadId, sessionId, userId: me.userId, use: 'chat' as const, toUserId: to, name };
  const { file } = await knex.transaction((trx) => addSessionFile(trx, now(), wanted));
  const attached = { id: file.id, name: file.name, type: file.type, bytes: file.bytes };
  const claims = { sub: me.userId, sessionId, to, file: attached };
  return { file: attached, token: await sign(claims, settings.tokens.ticketSecret, now()) };
}

function sign({ sub, ...claims }: AttachmentClaims, secret: string, at: Date): Promise<string> {
  const issuedAt = Math.floor(at.getTime() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(attachmentAudience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tokenSeconds)
    .sign(new TextEncoder().encode(secret));
}
