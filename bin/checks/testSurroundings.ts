import { ensureChromium } from '../setup/chromium.ts';
import { describeFfmpeg } from '../setup/ffmpeg.ts';
import { ensureMediaWorker } from '../setup/mediaWorker.ts';
import { findOrInstallPostgres } from '../setup/postgres.ts';
import { ensureRedisServer } from '../setup/redis.ts';
import { ensureTurnServer } from '../setup/turnServer.ts';
import { ensureWebBuild } from '../setup/webBuild.ts';
import { startPostgresServer } from './postgresServer.ts';
import type { Need } from './steps.ts';
import { startTestRedis } from './testRedis.ts';

export type TestSurroundings = {
  /** Environment names that the tests read. */
  env: Record<string, string>;
  /** Why there is no PostgreSQL, when it was needed. */
  withoutPostgres: string | undefined;
};

/** Brings and starts what is needed, does the work, and stops what was started, however the work ended. */
export async function withTestSurroundings<T>(
  needs: ReadonlySet<Need>,
  stop: AbortSignal,
  work: (surroundings: TestSurroundings) => Promise<T>,
): Promise<T> {
  const started: (() => Promise<void>)[] = [];
  const env: Record<string, string> = {};
  let withoutPostgres: string | undefined;
  if (needs.has('media worker')) env.MEDIASOUP_WORKER_BIN = await ensureMediaWorker(process.env);
  if (needs.has('ffmpeg')) console.log(`FFmpeg ${describeFfmpeg()}`);
  if (needs.has('chromium')) env.CHROMIUM_PATH = ensureChromium();
  if (needs.has('turn server')) env.TURNSERVER_PATH = ensureTurnServer();
  if (needs.has('web build')) await ensureWebBuild();
  try {
    if (needs.has('redis')) {
      const redis = await startTestRedis(ensureRedisServer(), stop);
      started.push(redis.stop);
      env.TEST_REDIS_URL = redis.url;
    }
    if (needs.has('postgres')) {
      const given = process.env.TEST_DATABASE_URL;
      const found = given ? undefined : findOrInstallPostgres();
      if (found?.folder) {
        const postgres = await startPostgresServer(found.folder, stop);
        started.push(postgres.stop);
        env.TEST_DATABASE_URL = postgres.url;
      } else if (given) env.TEST_DATABASE_URL = given;
      else withoutPostgres = found?.reason;
    }
    return await work({ env, withoutPostgres });
  } finally {
    await Promise.all(started.map((end) => end()));
  }
}
