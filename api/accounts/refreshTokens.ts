import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { LogInRow, RefreshToken } from './model.ts';

/**
 * Two tabs may send the same token at nearly the same time, and an answer may be lost on the way: a token that was
 * rotated less than this ago is rotated once more instead of being taken for stolen.
 */
const overlapMs = 10_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

interface Issue {
  userId: string;
  familyId: string;
  now: Date;
  lifetimeSeconds: number;
}

/** Stores the hash of a new token in the family of a log-in. */
export async function issueRefreshToken(trx: Knex, issue: Issue): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await RefreshToken.query(trx).insert({
    id: randomUUID(),
    familyId: issue.familyId,
    userId: issue.userId,
    tokenHash: hashOf(token),
    createdAt: issue.now.toISOString(),
    expiresAt: new Date(issue.now.getTime() + issue.lifetimeSeconds * 1000).toISOString(),
    rotatedAt: null,
    revokedAt: null,
  });
  return token;
}

/**
 * Exchanges a token for its successor. One that was exchanged before is in two hands, so its whole log-in ends.
 * @returns null when the token is not good (any more).
 */
export async function rotateRefreshToken(
  trx: Knex,
  token: string,
  { now, lifetimeSeconds }: Pick<Issue, 'now' | 'lifetimeSeconds'>,
): Promise<{ token: string; userId: string; familyId: string } | null> {
  const row = await RefreshToken.query(trx)
    .findOne({ tokenHash: hashOf(token) })
    .forUpdate();
  if (!row || row.revokedAt || row.expiresAt <= now.toISOString()) return null;
  if (row.rotatedAt && now.getTime() - Date.parse(row.rotatedAt) > overlapMs) {
    await endFamilies(trx, [row.familyId], now);
    return null;
  }
  if (!row.rotatedAt) await row.$query(trx).patch({ rotatedAt: now.toISOString() });
  const { userId, familyId } = row;
  await LogInRow.query(trx).findById(familyId).patch({ lastUsedAt: now.toISOString() });
  return {
    userId,
    familyId,
    token: await issueRefreshToken(trx, { userId, familyId, now, lifetimeSeconds }),
  };
}

/** Ends the log-in that a token belongs to; nothing happens when there is none. */
export async function revokeRefreshToken(trx: Knex, token: string, now: Date): Promise<void> {
  const row = await RefreshToken.query(trx).findOne({ tokenHash: hashOf(token) });
  if (row) await endFamilies(trx, [row.familyId], now);
}

/** Ends log-ins: none of their tokens is good any more. */
export async function endFamilies(trx: Knex, familyIds: string[], now: Date): Promise<void> {
  const at = now.toISOString();
  await RefreshToken.query(trx)
    .whereIn('family_id', familyIds)
    .whereNull('revoked_at')
    .patch({ revokedAt: at });
  await LogInRow.query(trx).whereIn('id', familyIds).whereNull('ended_at').patch({ endedAt: at });
}
