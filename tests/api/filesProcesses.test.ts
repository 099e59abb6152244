import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import { Profile, type User } from '../../api/accounts/index.ts';
import { uploaded } from '../../api/contracts/files.ts';
import { loadSettings } from '../../config/settings.ts';
import { openDatabase, migrateToLatest } from '../../config/database.ts';
import { buildUser } from '../support/builders.ts';
import { freePorts } from '../support/freePorts.ts';
import { mp4Of } from '../support/mediaFiles.ts';
import { type RunningProcess, startProcess } from '../support/startProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { openTestRedis } from '../support/testRedis.ts';
import { createUploader } from '../support/uploads.ts';
import { settingsEnv } from '../support/workersProcess.ts';

/** Two processes of the api share database and data directory, as in larger installations. */
let dataDir: string;
let database: TestDatabase;
let redis: Awaited<ReturnType<typeof openTestRedis>>;
let knex: Knex;
let mentor: User;
let token: string;
const running: RunningProcess[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'peerlearn-files-'));
  [database, redis] = await Promise.all([createTestDatabase(), openTestRedis()]);
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
  mentor = await buildUser(knex, { role: 'mentor' });
  const settings = loadSettings(env());
  token = (await signAccessToken(settings.tokens, mentor, new Date())).accessToken;
});
afterAll(async () => {
  await Promise.all(running.map((process) => process.stop()));
  await knex.destroy();
  await Promise.all([database.drop(), redis.close(), rm(dataDir, { recursive: true })]);
});

const env = () => ({
  ...settingsEnv({ databaseUrl: database.url, redisUrl: redis.url, smtpUrl: 'smtp://127.0.0.1:1' }),
  PEERLEARN_DATA_DIR: dataDir,
});

async function startProcessOfApi() {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const process = await startProcess('api/main.ts', {
    env: { ...env(), API_PORT: String(port) },
    readyUrl: `${url}/readyz`,
  });
  running.push(process);
  return { url, process, uploader: createUploader(url, token) };
}

test('an upload whose process is killed in the middle goes on in another process, from what had arrived (WEB-6)', async () => {
  const [first, second] = [await startProcessOfApi(), await startProcessOfApi()];
  const film = mp4Of(8_000_000);
  const path = await first.uploader.begun('introVideo', film.length);
  const arrived = 3_000_000;
  await first.uploader.part(path, 0, film.subarray(0, arrived));
  // The rest is on its way when the process dies, and its lock on the upload with it.
  const cut = first.uploader.part(path, arrived, film.subarray(arrived)).catch(() => undefined);
  first.process.child.kill('SIGKILL');
  await cut;
  const offset = await second.uploader.offset(path);
  expect(offset).toBeGreaterThanOrEqual(arrived);
  const whole = offset === film.length;
  const answer = whole
    ? await second.uploader.call('GET', path)
    : await second.uploader.part(path, offset, film.subarray(offset));
  const { id, url } = uploaded.parse(await answer.json());
  expect((await Profile.query(knex).findById(mentor.id))?.introVideoId).toBe(id);
  const served = await fetch(`${second.url}${url}`);
  expect(Buffer.from(await served.arrayBuffer()).equals(film)).toBe(true);
});

test('a writer in another process takes over from one whose line is dead', async () => {
  const [first, second] = [await startProcessOfApi(), await startProcessOfApi()];
  const film = mp4Of(4_000_000);
  const path = await first.uploader.begun('introVideo', film.length);
  const held = new AbortController();
  // Says that it sends all, sends a little, and then nothing more.
  const stuck = fetch(`${first.url}${path}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    },
    body: new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array(film.subarray(0, 500_000))),
    }),
    duplex: 'half',
    signal: held.signal,
  }).catch(() => undefined);
  await expect.poll(async () => (await knex('uploads').whereNotNull('locked_by')).length).toBe(1);
  const offset = await second.uploader.offset(path);
  const answer = await second.uploader.part(path, offset, film.subarray(offset));
  expect(answer.status).toBe(200);
  held.abort();
  await stuck;
  const { url } = uploaded.parse(await answer.json());
  const served = await fetch(`${second.url}${url}`);
  expect(Buffer.from(await served.arrayBuffer()).equals(film)).toBe(true);
});
