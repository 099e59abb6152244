import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { role, type Role } from '../contracts/accounts.ts';
import type { Settings } from '../../config/settings.ts';

const audience = 'peerlearn-api';
const claims = z.object({ sub: z.uuid(), role, exp: z.number(), sid: z.uuid().optional() });

/** Who makes a call, as their access token says. */
export interface Caller {
  userId: string;
  role: Role;
  /** The log-in that the token belongs to. */
  logInId?: string | undefined;
  expiresAt: Date;
}

type TokenSettings = Pick<Settings['tokens'], 'jwtSecret' | 'accessSeconds'>;

const keyOf = ({ jwtSecret }: TokenSettings) => new TextEncoder().encode(jwtSecret);

/** A short-lived access token: a JWT signed with HS256 (RFC 7519). */
export async function signAccessToken(
  settings: TokenSettings,
  user: { id: string; role: Role; logInId?: string },
  now: Date,
): Promise<{ accessToken: string; expiresAt: string }> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const expiresAt = issuedAt + settings.accessSeconds;
  const accessToken = await new SignJWT({ role: user.role, ...(user.logInId && { sid: user.logInId }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user.id)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(keyOf(settings));
  return { accessToken, expiresAt: new Date(expiresAt * 1000).toISOString() };
}

/** Whose token this is; null when it is forged, expired, or not an access token of ours. */
export async function verifyAccessToken(
  settings: TokenSettings,
  token: string,
  now: Date,
): Promise<Caller | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(settings), {
      algorithms: ['HS256'],
      audience,
      currentDate: now,
    });
    const { sub, role, sid, exp } = claims.parse(payload);
    return { userId: sub, role, logInId: sid, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}
