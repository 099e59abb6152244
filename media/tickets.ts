import { jwtVerify } from 'jose';
import { z } from 'zod';
import { attachmentAudience, attachmentClaims, type AttachmentClaims } from './contracts/attachment.ts';
import { checkAudience, checkClaims } from './contracts/check.ts';
import { ticketAudience, ticketClaims, type TicketClaims } from './contracts/ticket.ts';
import { SignallingError } from './SignallingError.ts';

/**
 * Reads a room ticket (JWT, RFC 7519) and checks signature, audience and expiry.
 * @throws SignallingError `bad_ticket`.
 */
export function verifyTicket(ticket: string, secret: string): Promise<TicketClaims> {
  return verify(ticket, { secret, audience: ticketAudience, claims: ticketClaims });
}

const checkHandshake = z.object({ ticket: z.string().max(4096) });

/** Reads what a page connects with for a check. @throws SignallingError `bad_ticket`. */
export function verifyCheckTicket(auth: unknown, secret: string): Promise<z.infer<typeof checkClaims>> {
  const ticket = checkHandshake.safeParse(auth).data?.ticket ?? '';
  return verify(ticket, { secret, audience: checkAudience, claims: checkClaims });
}

/** Reads what the api says of a file for the chat. @throws SignallingError `bad_request`. */
export async function verifyAttachment(token: string, secret: string): Promise<AttachmentClaims> {
  const expected = { secret, audience: attachmentAudience, claims: attachmentClaims };
  return verify(token, expected).catch(() => {
    throw new SignallingError('bad_request', 'no file of ours, or not any more');
  });
}

type Expected<Claims> = { secret: string; audience: string; claims: z.ZodType<Claims> };

async function verify<Claims>(
  ticket: string,
  { secret, audience, claims }: Expected<Claims>,
): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(ticket, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['exp'],
    });
    return claims.parse(payload);
  } catch {
    throw new SignallingError('bad_ticket', 'the ticket is not valid, or not any more');
  }
}
