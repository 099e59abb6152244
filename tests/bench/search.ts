import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest, openDatabase } from '../../config/database.ts';
import { fillCatalogue } from '../support/fillCatalogue.ts';
import { freePorts } from '../support/freePorts.ts';
import { startProcess } from '../support/startProcess.ts';
import { settingsEnv } from '../support/workersProcess.ts';
import { type Figures, round } from './figures.ts';
import { measureLoad } from './measureLoad.ts';

const sessions = 100_000;
const mentors = 2_000;
const openOneIn = 4;
/** None is kept ready: each is made anew from the database. */
const asked = [
  ...[
    'q=pyth',
    'q=theremin',
    'q=guitar%20step',
    'q=%E0%A4%97%E0%A4%A3%E0%A4%BF%E0%A4%A4',
    'q=surname7%20yoga',
  ],
  ...['q=a', 'q=examinations&language=hi', 'q=number12&domain=Music', 'q=physics&ratingMin=4.5', 'q=zzz'],
];
const atOnce = 10;
const seconds = 6;

/** Searches that no cache answers, in an api of its own whose database is as large as PERF-5 asks for. */
export async function benchSearch(redisUrl: string): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-bench-'));
  try {
    const databaseUrl = `sqlite:${join(folder, 'large.sqlite')}`;
    const knex = openDatabase(databaseUrl);
    await migrateToLatest(knex);
    await fillCatalogue(knex, { sessions, mentors, openOneIn, now: new Date() });
    await knex.destroy();
    return await measure(databaseUrl, redisUrl);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(databaseUrl: string, redisUrl: string): Promise<Figures> {
  const [port = 0] = await freePorts(1);
  const api = await startProcess('api/main.ts', {
    env: {
      ...settingsEnv({ databaseUrl, redisUrl, smtpUrl: 'smtp://127.0.0.1:1' }),
      ...{ API_PORT: String(port), API_CALLS_PER_MINUTE: '1000000000', LOG_LEVEL: 'warn' },
    },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
  });
  const url = (query: string) => `http://127.0.0.1:${port}/api/sessions?${query}`;
  const figures: Figures = {};
  try {
    await measureLoad(asked.map(url), atOnce, 1);
    let slowest = { query: '', p95: 0 };
    for (const query of asked) {
      const { p95 } = await measureLoad([url(query)], 1, 1);
      if (p95 > slowest.p95) slowest = { query, p95 };
    }
    const all = await measureLoad(asked.map(url), atOnce, seconds);
    const about = `search among ${sessions} lessons, ${sessions / openOneIn} open, ${atOnce} at once`;
    figures.searchP50 = { value: round(all.p50, 1), unit: 'ms', about: `p50: ${about}` };
    figures.searchP95 = { value: round(all.p95, 1), unit: 'ms', about: `p95: ${about}` };
    figures.searchPerSecond = { value: round(all.perSecond, 0), unit: 'req/s', about };
    figures.searchSlowestP95 = {
      ...{ value: round(slowest.p95, 1), unit: 'ms' },
      about: `p95 of the slowest kind (${decodeURIComponent(slowest.query)}), one at a time`,
    };
  } finally {
    await api.stop();
  }
  return figures;
}
