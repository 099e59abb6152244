import { SignJWT } from 'jose';
import { ticketAudience, type TicketClaims } from '../../../media/contracts/ticket.ts';

/** A room ticket as the api signs it. */
export function signTicket(
  { sub, ...claims }: TicketClaims,
  secret: string,
  { audience = ticketAudience, expiresAt = '60s' }: { audience?: string; expiresAt?: string | Date } = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(audience)
    .setExpirationTime(expiresAt)
    .sign(new TextEncoder().encode(secret));
}
