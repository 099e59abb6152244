import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Knex } from 'knex';
import { z } from 'zod';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { LogInChallenge, User } from './model.ts';

/** A log-in that waits for its second factor. */
export interface HalfwayLogIn {
  halfway: LogInChallenge['step'];
  challenge: string;
  expiresAt: string;
}

const audience = 'peerlearn-second-factor';
const goodForSeconds = 10 * 60;
const claims = z.object({ sub: z.uuid(), jti: z.uuid() });

const keyOf = ({ settings }: Services) => new TextEncoder().encode(settings.tokens.jwtSecret);

/** Says for 10 minutes that the first factor was right in this log-in: a JWT signed with HS256 (RFC 7519). */
export async function issueChallenge(
  trx: Knex,
  services: Services,
  userId: string,
  step: LogInChallenge['step'],
): Promise<HalfwayLogIn> {
  const id = randomUUID();
  const issuedAt = Math.floor(services.now().getTime() / 1000);
  const expiresAt = new Date((issuedAt + goodForSeconds) * 1000).toISOString();
  await LogInChallenge.query(trx).insert({ id, userId, step, expiresAt });
  const challenge = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setJti(id)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + goodForSeconds)
    .sign(keyOf(services));
  return { halfway: step, challenge, expiresAt };
}

export interface OpenChallenge {
  id: string;
  user: User;
}

/**
 * Whose log-in waits at this step.
 * @throws Refusal `session_expired` when the challenge is forged, over, used, or of another step.
 */
export async function openChallenge(
  services: Services,
  step: LogInChallenge['step'],
  challenge: string,
): Promise<OpenChallenge> {
  const { id, userId } = await readChallenge(services, challenge);
  const { knex, now } = services;
  const row = await LogInChallenge.query(knex)
    .findOne({ id, userId, step })
    .where('expires_at', '>', now().toISOString());
  const user = row && (await User.query(knex).findById(userId).whereNull('deleted_at'));
  if (!user) throw new Refusal('session_expired');
  return { id, user };
}

async function readChallenge(services: Services, challenge: string): Promise<{ id: string; userId: string }> {
  try {
    const { payload } = await jwtVerify(challenge, keyOf(services), {
      algorithms: ['HS256'],
      audience,
      currentDate: services.now(),
    });
    const { sub, jti } = claims.parse(payload);
    return { id: jti, userId: sub };
  } catch (cause) {
    throw new Refusal('session_expired', { cause });
  }
}

/** Uses a challenge up. @throws Refusal `session_expired` when another call did so at the same time. */
export async function closeChallenge(trx: Knex, id: string): Promise<void> {
  const closed = await LogInChallenge.query(trx).deleteById(id);
  if (closed !== 1) throw new Refusal('session_expired');
}

/** Log-ins of a person that wait for their second factor are over: what they proved is not true any more. */
export const dropChallenges = async (trx: Knex, userId: string): Promise<void> =>
  void (await LogInChallenge.query(trx).where({ userId }).delete());
