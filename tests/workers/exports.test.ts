import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPlaces, StoredFile } from '../../api/files/index.ts';
import { Notification } from '../../api/notifications/index.ts';
import { enqueueJob } from '../../api/outbox/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { buildUser } from '../support/builders.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { unzip } from '../support/unzip.ts';
import { startWorkersProcess, type WorkersProcess } from '../support/workersProcess.ts';

const soon = { timeout: 60_000, interval: 20 };
let dataDir: string;
let database: TestDatabase;
let knex: Knex;
let ownRedis: OwnRedis;
let smtp: TestSmtp;
const processes: WorkersProcess[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'peerlearn-exports-'));
  [database, smtp, ownRedis] = await Promise.all([createTestDatabase(), startSmtp(), createOwnRedis()]);
  await ownRedis.start();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
});
afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await knex.destroy();
  await Promise.all([database.drop(), smtp.close(), ownRedis.close(), rm(dataDir, { recursive: true })]);
});

async function startWorkers(): Promise<WorkersProcess> {
  const started = await startWorkersProcess({
    ...{ databaseUrl: database.url, redisUrl: ownRedis.url, smtpUrl: smtp.url },
    env: { PEERLEARN_DATA_DIR: dataDir },
  });
  processes.push(started);
  return started;
}

// BullMQ gives a lost job to another only after its lock has run out, and that is looked for now and then.
test(
  'an export whose worker is killed in the middle is made by another, once (WEB-6)',
  { timeout: 240_000 },
  async () => {
    const user = await buildUser(knex, { role: 'mentor' });
    const places = createPlaces(dataDir);
    const film = { id: randomUUID(), userId: user.id, purpose: 'introVideo' as const, type: 'video/mp4' };
    // Bytes that cannot be made smaller: the zip takes a while.
    const bytes = randomBytes(90_000_000);
    await mkdir(dirname(places.video(film.id)), { recursive: true });
    await writeFile(places.video(film.id), bytes);
    const createdAt = new Date().toISOString();
    await StoredFile.query(knex).insert({ ...film, bytes: bytes.length, createdAt, removedAt: null });
    const exportId = randomUUID();
    await knex('exports').insert({ id: exportId, user_id: user.id, state: 'preparing', asked_at: createdAt });
    await knex.transaction((trx) => enqueueJob(trx, 'privacy.export', { exportId }));

    const first = await startWorkers();
    const unfinished = () => readdir(places.unfinished).catch(() => []);
    await expect.poll(async () => (await unfinished()).length, soon).toBe(1);
    first.child.kill('SIGKILL');
    expect(await knex('exports').where({ id: exportId }).first()).toMatchObject({ state: 'preparing' });
    expect(await readdir(dirname(places.export(exportId)))).toEqual([]);

    await startWorkers();
    const stateOf = async () =>
      ((await knex('exports').where({ id: exportId }).first()) as { state: string }).state;
    await expect.poll(stateOf, soon).toBe('ready');
    const files = await unzip(await readFile(places.export(exportId)));
    expect(files.get(`files/introVideo-${film.id}.mp4`)?.equals(bytes)).toBe(true);
    expect(await Notification.query(knex).where({ userId: user.id })).toHaveLength(1);
    await expect.poll(() => smtp.accepted.length, soon).toBe(1);
  },
);
