import { jwtVerify } from 'jose';
import { ticketAudience, ticketClaims, type TicketClaims } from './contracts/ticket.ts';
import { SignallingError } from './SignallingError.ts';

/**
 * Reads a room ticket (JWT, RFC 7519) and checks signature, audience and expiry.
 * @throws SignallingError `bad_ticket`.
 */
export async function verifyTicket(ticket: string, secret: string): Promise<TicketClaims> {
  try {
    const { payload } = await jwtVerify(ticket, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: ticketAudience,
      requiredClaims: ['exp'],
    });
    return ticketClaims.parse(payload);
  } catch {
    throw new SignallingError('bad_ticket', 'the ticket is not valid, or not any more');
  }
}
