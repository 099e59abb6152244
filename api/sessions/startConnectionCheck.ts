import { SignJWT } from 'jose';
import { checkAudience } from '../../media/contracts/check.ts';
import type { Caller } from '../accounts/index.ts';
import type { ConnectionCheck } from '../contracts/sessions.ts';
import type { Services } from '../Services.ts';
import { pickMediaNode } from './mediaNodes.ts';
import { turnCredentials } from './turnCredentials.ts';

/**
 * What a page needs to try its ways to a media node (ROOM-2); it lets nobody into a room.
 * @throws Refusal `unavailable` when no media node is alive.
 */
export async function startConnectionCheck(
  { redis, settings, now }: Services,
  { userId }: Caller,
): Promise<ConnectionCheck> {
  const { ticketSecret, ticketSeconds } = settings.tokens;
  const node = await pickMediaNode(redis);
  const at = now();
  const until = new Date(at.getTime() + ticketSeconds * 1000);
  const ticket = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setAudience(checkAudience)
    .setIssuedAt(at)
    .setExpirationTime(until)
    .sign(new TextEncoder().encode(ticketSecret));
  return { ticket, mediaUrl: node.url, iceServers: turnCredentials(settings.turn, { userId, until }, at) };
}
