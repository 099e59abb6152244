import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Role } from '../contracts/accounts.ts';
import { AuditEntry } from './model.ts';

/** Who did it: somebody logged in, whoever runs the product, or the product by itself. */
export type Actor = { id: string; role: Role } | 'operator' | 'system';

export type AuditValue = string | number | boolean | null | AuditValue[] | { [name: string]: AuditValue };

export interface Act {
  actor: Actor;
  /** `thing.donePast`, e.g. `account.deleted`. */
  act: string;
  /** What it was done to: `{ kind: 'user', id }`. */
  subject: { kind: string; id: string };
  /**
   * What changed, only the fields concerned. Never a secret, a password or its hash, and nothing that names a person:
   * the entry can never be removed, and an account may be.
   */
  before?: Record<string, AuditValue>;
  after?: Record<string, AuditValue>;
  /** Where the call came from; left out when there was none. */
  origin?: { address: string; userAgent: string };
  at: Date;
}

const longestUserAgent = 400;

/** Writes an act into the audit log, in the transaction that does it (AUTH-10). */
export async function recordAct(
  trx: Knex,
  { actor, act, subject, before, after, origin, at }: Act,
): Promise<void> {
  await AuditEntry.query(trx).insert({
    id: randomUUID(),
    at: at.toISOString(),
    actorId: typeof actor === 'string' ? null : actor.id,
    actorRole: typeof actor === 'string' ? actor : actor.role,
    act,
    subjectKind: subject.kind,
    subjectId: subject.id,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    address: origin?.address ?? null,
    userAgent: origin?.userAgent.slice(0, longestUserAgent) ?? null,
  });
}
