import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';
import { ZipFile } from 'yazl';
import type { Settings } from '../../config/settings.ts';
import { User } from '../accounts/index.ts';
import type { JobData } from '../contracts/jobs.ts';
import { createPlaces, type FilePlaces, placeWhole, sizeOf, StoredFile } from '../files/index.ts';
import { notify } from '../notifications/index.ts';
import type { ExportSection } from '../text/privacy.ts';
import { exportPage } from './exportPage.ts';
import { Export } from './model.ts';
import { exportRules } from './rules.ts';
import { exportSections, writeSection } from './sections.ts';

export interface ExportContext {
  knex: Knex;
  settings: Pick<Settings, 'dataDir'>;
  now: () => Date;
}

/**
 * Job `privacy.export`: writes the zip to its place, then says that it is there. Killed in the middle it leaves
 * nothing in that place; done twice it leaves one file, and tells it once.
 */
export async function makeExport(
  { knex, settings, now }: ExportContext,
  { exportId }: JobData<'privacy.export'>,
  signal?: AbortSignal,
): Promise<void> {
  const row = await Export.query(knex).findOne({ id: exportId, state: 'preparing' });
  const user = row && (await User.query(knex).findById(row.userId).whereNull('deleted_at'));
  if (!user) return;
  const places = createPlaces(settings.dataDir);
  const path = places.export(exportId);
  await placeWhole(places, path, (unfinished) =>
    writeZip({ knex, places, user, now: now() }, unfinished, signal),
  );
  const bytes = await sizeOf(path);
  const at = now();
  await knex.transaction(async (trx) => {
    const done = await Export.query(trx)
      .where({ id: exportId, state: 'preparing' })
      .patch({
        state: 'ready',
        bytes: bytes ?? null,
        expiresAt: new Date(at.getTime() + exportRules.keptMs).toISOString(),
      });
    if (done === 0) return;
    const path = `/dashboard/${user.role}/settings`;
    await notify(trx, at, { userId: user.id, kind: 'account.exportReady', subject: {}, path });
  });
}

interface Matter {
  knex: Knex;
  places: FilePlaces;
  user: User;
  now: Date;
}

/** Streams everything into a zip file: no more than a page of rows is ever in memory. */
async function writeZip(
  { knex, places, user, now }: Matter,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  const zip = new ZipFile();
  const mtime = now;
  const counts = new Map<ExportSection, number>();
  const names = Object.keys(exportSections) as ExportSection[];
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => void output.destroy(error);
  const add = (name: string, write: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, { mtime }, (give) => {
      const stream = Readable.from(write(), { objectMode: false, encoding: 'utf8' });
      stream.on('error', fail);
      give(null, stream);
    });
  for (const name of names) {
    const read = exportSections[name];
    add(`${name}.json`, () => writeSection(knex, user.id, read, (rows) => counts.set(name, rows)));
  }
  for (const [name, source] of await filesOf(knex, places, user.id)) zip.addFile(source, name, { mtime });
  // The last, because it says how much the others hold.
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
  add('index.html', async function* () {
    yield exportPage(user, counts, now);
  });
  zip.on('error', fail);
  zip.end();
  await pipeline(output, createWriteStream(path), { signal });
}

async function filesOf(knex: Knex, places: FilePlaces, userId: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  const named = await knex<{ id: string; user_id: string; name: string }>('session_files').where({
    user_id: userId,
  });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  for (const { id, purpose, type } of await StoredFile.query(knex)
    .where({ userId })
    .whereNull('removed_at')) {
    const ending = type === 'video/quicktime' ? 'mov' : type.split('/')[1];
    const path = {
      picture: () => places.picture(id, 512),
      introVideo: () => places.video(id),
      boardImage: () => places.boardImage(id),
      sessionFile: () => places.document(id),
    }[purpose]();
    const name =
      purpose === 'sessionFile' ? `${id}-${names.get(id) ?? 'file'}` : `${purpose}-${id}.${ending}`;
    // Not there: it was replaced in this moment.
    if ((await sizeOf(path)) !== undefined) found.push([`files/${name}`, path]);
  }
  return found;
}
