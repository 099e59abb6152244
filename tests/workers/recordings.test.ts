import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordRecording } from '../../api/recordings/index.ts';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { buildSession, buildUser } from '../support/builders.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';
import { probe } from '../support/realMedia.ts';
import { turnedFact, writeTrack } from '../support/recordedTracks.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { startWorkersProcess, type WorkersProcess } from '../support/workersProcess.ts';

const soon = { timeout: 120_000, interval: 20 };
const t0 = Date.parse('2026-11-21T10:00:00.000Z');
let folder: string;
let database: TestDatabase;
let knex: Knex;
let ownRedis: OwnRedis;
const processes: WorkersProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peerlearn-composers-'));
  [database, ownRedis] = await Promise.all([createTestDatabase(), createOwnRedis()]);
  await ownRedis.start();
  knex = openDatabase(database.url);
  await migrateToLatest(knex);
});
afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await knex.destroy();
  await Promise.all([database.drop(), ownRedis.close(), rm(folder, { recursive: true })]);
});

async function startWorkers(): Promise<WorkersProcess> {
  const surroundings = {
    ...{ databaseUrl: database.url, redisUrl: ownRedis.url, smtpUrl: 'smtp://127.0.0.1:1' },
    env: { RECORDINGS_DIR: folder, RECORDING_COMPOSERS: '1' },
  };
  const started = await startWorkersProcess(surroundings);
  processes.push(started);
  return started;
}

/** Recordings that an FFmpeg is at, whoever started it. */
async function composing(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args=']);
  const folders = stdout
    .split('\n')
    .flatMap((line) => new RegExp(`${folder}/([\\da-f-]+)[./]`, 'u').exec(line)?.[1] ?? []);
  return [...new Set(folders)];
}
async function recordLesson(): Promise<string> {
  const recordingId = randomUUID();
  const mentor = await buildUser(knex, { role: 'mentor' });
  const { id: sessionId } = await buildSession(knex, { mentorId: mentor.id, state: 'completed' });
  const track = { folder, recordingId, user: mentor, beginsMs: t0 };
  await writeTrack({ ...track, source: 'camera' }, 'testsrc2=size=640x360:rate=25:d=6');
  await writeTrack({ ...track, source: 'microphone' }, 'sine=frequency=440:d=6');
  const about = { sessionId, recordingId, byUserId: mentor.id };
  await recordRecording(knex, turnedFact({ ...about, to: 'on' }, t0));
  await recordRecording(knex, turnedFact({ ...about, to: 'off' }, t0 + 6_000));
  return recordingId;
}

// BullMQ gives a lost job to another worker only after its lock has run out, and that is looked for now and then.
test(
  'recordings are composed one at a time where that is the limit; one whose worker is killed is composed anew, and nothing half stays (ROOM-12)',
  { timeout: 240_000 },
  async () => {
    const ids = await Promise.all([recordLesson(), recordLesson()]);
    const states = async () => {
      const rows = await knex('recordings').orderBy('id').select<{ state: string }[]>('state');
      return rows.map(({ state }) => state);
    };
    const first = await startWorkers();
    await expect.poll(composing, soon).toHaveLength(1);
    first.child.kill('SIGKILL');
    // Its FFmpeg does not outlive it.
    await expect.poll(composing, soon).toEqual([]);
    expect(await states()).toEqual(['composing', 'composing']);
    expect((await readdir(folder)).filter((name) => name.endsWith('.composed'))).toEqual([]);

    await startWorkers();
    let most = 0;
    const looked = async () => {
      most = Math.max(most, (await composing()).length);
      return states();
    };
    await expect.poll(looked, soon).toEqual(['ready', 'ready']);
    expect(most).toBe(1);
    await expect
      .poll(() => readdir(folder).then((names) => names.sort()), soon)
      .toEqual(ids.map((id) => `${id}.composed`).sort());
    for (const id of ids) {
      const { format, streams } = await probe(join(folder, `${id}.composed`));
      expect(Math.abs(Number(format.duration) - 6)).toBeLessThan(0.5);
      expect(streams).toHaveLength(2);
    }
  },
);
