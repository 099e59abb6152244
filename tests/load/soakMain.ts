import { setTimeout as delay } from 'node:timers/promises';
import { stopSignal } from '../../bin/launcher/stopSignal.ts';
import { connectRedis } from '../../config/redis.ts';
import { startProduct } from '../support/startProduct.ts';
import { Crowds } from './soak/Crowds.ts';
import { inspectable } from './soak/Inspector.ts';
import { seedCircles } from './soak/people.ts';
import { isBad, judgeRun, printRows } from './soak/verdict.ts';
import { Watch } from './soak/Watch.ts';

/** `npm run soak -- --minutes 120`: people come and go; nothing may grow, and nothing may stay behind. */
const joinsPerMinute = 50;
/** Of these so many are in a process that is killed each minute, as a machine that loses its power. */
const vanishing = { perMinute: 6, afterMs: 20_000, circles: 2 };
const circles = { circles: 16, learners: 3 };
const times = { stayMs: [8_000, 40_000], lessonMs: [60_000, 150_000] } as const;
/** When everybody is gone a node gives up places and rooms, and after the longest ticket's life it forgets which ended. */
const forgottenAfterMs = 75_000;
const lookEveryMs = { least: 3_000, most: 30_000, perRun: 160 };
/** Who goes home has so long. */
const goodbyeMs = 20_000;
/** One stay in fifty may fail: the machine may be busy. */
const mayFail = 0.02;
const interruptedExitCode = 130;

const minutes = Number(/--minutes[= ](\S+)/u.exec(process.argv.slice(2).join(' '))?.[1] ?? '120');
const redisUrl = process.env.TEST_REDIS_URL;
if (!redisUrl || !(minutes > 0)) {
  console.error(
    'Run this as `npm run soak -- --minutes 120`: it brings the Redis and the media worker it needs.',
  );
  process.exit(2);
}
const stop = stopSignal(() => process.exit(interruptedExitCode));
const pause = (ms: number) => delay(ms, undefined, { signal: stop }).catch(() => undefined);

const crowds = new Crowds();
const redis = connectRedis(redisUrl, { blocking: true });
const product = await startProduct(redisUrl, {
  more: {
    ...inspectable,
    // One log-in of each person lasts for the whole run.
    ACCESS_TOKEN_SECONDS: String(Math.ceil(minutes * 60) + 3_600),
  },
});
try {
  process.exitCode = await soak();
} finally {
  await crowds.stop(goodbyeMs);
  await product.close();
  redis.disconnect();
}
// libdatachannel and the inspectors leave nothing that is worth waiting for.
process.exit();

async function soak(): Promise<number> {
  const { apiUrl, env } = product;
  const people = await seedCircles(env, circles);
  const watch = await Watch.open(product, redis);
  const before = await watch.look({ remember: false });
  const steady = joinsPerMinute - vanishing.perMinute;
  const staying = people.slice(vanishing.circles);
  await crowds.start({ apiUrl, circles: staying, joinsPerMinute: steady, ...times });
  const vanished = loseSome(people.slice(0, vanishing.circles));
  const everyMs = Math.min(
    Math.max((minutes * 60_000) / lookEveryMs.perRun, lookEveryMs.least),
    lookEveryMs.most,
  );
  console.log(`${joinsPerMinute} joins a minute for ${minutes} minutes; a look each ${everyMs / 1000} s`);
  for (let told = 0; watch.minutes < minutes && !stop.aborted;) {
    await pause(everyMs);
    const sample = await watch.look();
    if (Math.floor(watch.minutes) === told) continue;
    told = Math.floor(watch.minutes);
    const shown = ['api rssMb', 'media rssMb', 'mediasoup rssMb', 'rooms peers', 'media sockets'];
    const figures = shown.map((name) => `${name} ${sample.get(name)?.toFixed(0)}`);
    console.log(`minute ${told}: ${crowds.joins} joins, ${crowds.failures} failures; ${figures.join(', ')}`);
  }
  await vanished;
  if (stop.aborted) return interruptedExitCode;
  await crowds.stop(goodbyeMs);
  await pause(forgottenAfterMs);
  const after = await watch.look({ remember: false });
  watch.close();
  return conclude(judgeRun(watch.series, before, after));
}

/** A process with a few people in it, killed again and again until the time is over. */
async function loseSome(people: Awaited<ReturnType<typeof seedCircles>>): Promise<void> {
  const { apiUrl } = product;
  const until = performance.now() + minutes * 60_000;
  const everyMs = 60_000;
  while (performance.now() < until - everyMs && !stop.aborted) {
    const joins = (vanishing.perMinute * 60_000) / vanishing.afterMs;
    const crowd = await crowds.start({ apiUrl, circles: people, joinsPerMinute: joins, ...times });
    await pause(vanishing.afterMs);
    crowd.child.kill('SIGKILL');
    await pause(everyMs - vanishing.afterMs);
  }
}

function conclude(rows: ReturnType<typeof judgeRun>): number {
  printRows(rows);
  console.log('\nWhat people did:');
  for (const [what, count] of [...crowds.done].toSorted())
    console.log(`  ${String(count).padStart(6)}  ${what}`);
  const bad = rows.filter(isBad).map(({ name, verdict }) => `${name} ${verdict}`);
  const failures = crowds.failures / Math.max(crowds.joins, 1);
  if (failures > mayFail) bad.push(`${(failures * 100).toFixed(1)} % of the stays FAILED`);
  if (crowds.joins < minutes * joinsPerMinute * 0.8) bad.push(`only ${crowds.joins} joins`);
  for (const [name, running] of Object.entries(product.processes)) {
    const written = running.output().slice(-2_000);
    if (bad.length > 0) console.log(`\n${name} wrote at last:\n${written}`);
  }
  const figures = Object.fromEntries(rows.map(({ name, growth }) => [name, Number(growth.toFixed(2))]));
  console.log(
    `\n${bad.length === 0 ? 'Nothing grows, nothing is left behind.' : `NOT WELL: ${bad.join('; ')}`}`,
  );
  console.log(
    `RESULT ${JSON.stringify({ minutes, joins: crowds.joins, failures: crowds.failures, bad, growth: figures })}`,
  );
  return bad.length === 0 ? 0 : 1;
}
