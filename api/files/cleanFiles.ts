import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Settings } from '../../config/settings.ts';
import { Upload } from './model.ts';
import { createPlaces, isMissing } from './places.ts';
import { uploadLimits } from './rules.ts';

/**
 * Job `files.clean`: removes uploads that ran out, with what came of them in vain when their process was killed in
 * the middle; forgets those that are settled; removes pieces that belong to nothing.
 */
export async function cleanFiles(
  { knex, settings }: { knex: Knex; settings: Pick<Settings, 'dataDir'> },
  now: Date,
): Promise<void> {
  const places = createPlaces(settings.dataDir);
  const runOut = await Upload.query(knex)
    .where({ state: 'open' })
    .where('expires_at', '<=', now.toISOString());
  for (const { id } of runOut) {
    // The row goes first: an upload without one cannot be finished any more.
    const gone = await Upload.query(knex).where({ id, state: 'open' }).delete();
    if (gone === 0) continue;
    for (const path of places.all(id)) await rm(path, { force: true });
  }
  const before = new Date(now.getTime() - uploadLimits.rememberedMs);
  await Upload.query(knex)
    .whereNot({ state: 'open' })
    .where('expires_at', '<', before.toISOString())
    .delete();
  await removeOld(places.unfinished, before, () => Promise.resolve(false));
  await removeOld(
    places.uploads,
    before,
    async (id) => (await Upload.query(knex).findOne({ id, state: 'open' })) !== undefined,
  );
}

async function removeOld(folder: string, before: Date, isNeeded: (name: string) => Promise<boolean>) {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const changed = await stat(path).catch(() => undefined);
    if (changed && changed.mtime < before && !(await isNeeded(name))) await rm(path, { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
