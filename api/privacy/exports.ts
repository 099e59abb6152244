import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { User } from '../accounts/index.ts';
import type { DataExport } from '../contracts/privacy.ts';
import { createLinks, createPlaces, type FindPrivateFile } from '../files/index.ts';
import { enqueueJob } from '../outbox/index.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { Export } from './model.ts';
import { exportRules } from './rules.ts';

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();
const dayMs = 24 * 3_600_000;

/**
 * Has a zip of everything of the caller's made, by a job.
 * @throws Refusal `wrong_state` while one is being made, `too_many_requests`
 */
export async function askForExport(services: Services, userId: string): Promise<DataExport> {
  const { knex, now } = services;
  const at = now();
  const row = await knex.transaction(async (trx) => {
    found(await User.query(trx).findById(userId).whereNull('deleted_at').forUpdate());
    await giveUpLost(trx, at, userId);
    const recent = await Export.query(trx)
      .where({ userId })
      .where('asked_at', '>', before(at, dayMs))
      .orderBy('asked_at');
    if (recent.some(({ state }) => state === 'preparing')) throw new Refusal('wrong_state');
    const made = recent.filter(({ state }) => state !== 'failed');
    if (made.length >= exportRules.aDay) {
      const waitMs = Date.parse(made[0]?.askedAt ?? '') + dayMs - at.getTime();
      throw new Refusal('too_many_requests', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
    }
    const asked = await Export.query(trx).insertAndFetch({
      ...{ id: randomUUID(), userId, state: 'preparing', askedAt: at.toISOString() },
      ...{ expiresAt: null, bytes: null },
    });
    await enqueueJob(trx, 'privacy.export', { exportId: asked.id });
    return asked;
  });
  return present(services, row);
}

/** The caller's exports, newest first, each with a fresh link. */
export async function listExports(services: Services, userId: string): Promise<{ items: DataExport[] }> {
  const rows = await Export.query(services.knex).where({ userId }).orderBy('asked_at', 'desc').limit(20);
  return { items: rows.map((row) => present(services, row)) };
}

function present({ settings, now }: Services, row: Export): DataExport {
  const { id, askedAt, expiresAt, bytes } = row;
  const isOver = expiresAt !== null && expiresAt <= now().toISOString();
  const state = row.state === 'ready' && isOver ? 'expired' : row.state;
  const until = new Date(now().getTime() + exportRules.linkMs);
  const downloadUrl = state === 'ready' ? createLinks(settings).make(id, until) : null;
  return { id, state, askedAt, expiresAt, bytes, downloadUrl };
}

/** What a signed link leads to, as long as it is kept. */
export const findExportFile =
  ({ knex, settings, now }: Services): FindPrivateFile =>
  async (id) => {
    const row = await Export.query(knex)
      .findOne({ id, state: 'ready' })
      .where('expires_at', '>', now().toISOString());
    if (!row) return undefined;
    const name = `peerlearn-${row.askedAt.slice(0, 10)}.zip`;
    return { path: createPlaces(settings.dataDir).export(id), type: 'application/zip', name };
  };

/** Those whose job was given up on, or is nowhere any more. */
async function giveUpLost(knex: Knex, now: Date, userId?: string): Promise<void> {
  await Export.query(knex)
    .where({ state: 'preparing', ...(userId && { userId }) })
    .where('asked_at', '<', before(now, exportRules.lostAfterMs))
    .patch({ state: 'failed' });
}

/** Job `privacy.clean`: removes files whose time is over, and forgets exports that are long past. */
export async function cleanExports(
  { knex, settings }: { knex: Knex; settings: Pick<Settings, 'dataDir'> },
  now: Date,
): Promise<void> {
  await giveUpLost(knex, now);
  const over = await Export.query(knex)
    .where({ state: 'ready' })
    .where('expires_at', '<=', now.toISOString());
  for (const { id } of over) {
    await rm(createPlaces(settings.dataDir).export(id), { force: true });
    await Export.query(knex).findById(id).patch({ state: 'expired', bytes: null });
  }
  await Export.query(knex)
    .whereIn('state', ['expired', 'failed'])
    .where('asked_at', '<', before(now, exportRules.rememberedMs))
    .delete();
}
