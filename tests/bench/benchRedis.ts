import { openTestRedis, type TestRedis } from '../support/testRedis.ts';

/** The last ones, so that what else runs on the run's Redis hears nothing of these rooms. */
const databases = { media: 15, drops: 14 } as const;

/** A database of the run's Redis for a bench that starts processes of its own; without one, a Redis. */
export async function openBenchRedis(bench: keyof typeof databases): Promise<TestRedis> {
  const shared = process.env.TEST_REDIS_URL;
  if (!shared) return openTestRedis();
  const url = new URL(shared);
  if (url.protocol === 'unix:') url.searchParams.set('db', String(databases[bench]));
  else url.pathname = `/${databases[bench]}`;
  return { url: url.href, close: () => Promise.resolve() };
}
