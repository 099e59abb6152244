import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Redis } from 'ioredis';
import { roomFacts } from '../api/attendance/index.ts';
import { createMailTransport } from '../api/mail/index.ts';
import { countWaiting, OutboxRelay } from '../api/outbox/index.ts';
import { createFanOut } from '../api/realtime/index.ts';
import { StreamConsumer } from '../api/streams/index.ts';
import { migrateToLatest, openDatabase } from '../config/database.ts';
import type { Logger } from '../config/logger.ts';
import { createProbes } from '../config/probes.ts';
import { connectRedis } from '../config/redis.ts';
import type { Settings } from '../config/settings.ts';
import { createHandlers } from './handlers.ts';
import { defaultTimings, JobWorkers } from './JobWorkers.ts';
import { measureQueues } from './metrics.ts';
import { openQueues } from './queues.ts';
import { recordFact } from './recordFact.ts';
import { recordShared, sharedEntries } from './recordShared.ts';
import { scheduleRepeated } from './schedule.ts';

/**
 * Starts everything that happens after a commit: the relay of the outbox, the jobs, and the record of what media
 * nodes tell. Runs with Redis away, and takes up its work when Redis comes.
 */
export async function startWorkers(settings: Settings, logger: Logger, timings = defaultTimings) {
  const knex = openDatabase(settings.databaseUrl);
  await migrateToLatest(knex);
  const redis = watched(connectRedis(settings.redisUrl), logger);
  const blockingRedis = watched(connectRedis(settings.redisUrl, { blocking: true }), logger);

  const queues = openQueues(redis);
  const host = new URL(settings.publicUrl).hostname;
  const sendMail = createMailTransport(settings.mail.smtpUrl, settings.mail.from);
  const handlers = createHandlers({ settings, knex, redis, logger, sendMail, host });
  const atOnce = { 'recording.compose': settings.recording.composers };
  const workers = JobWorkers.start(blockingRedis, handlers, logger, { ...timings, atOnce });
  scheduleRepeated(queues, logger);

  const fanOut = createFanOut(redis);
  const relay = OutboxRelay.start({
    knex,
    redis,
    logger,
    delivery: {
      job: (id, name, data) => queues.add(id, name, data),
      event: (id, channels, name, data) => fanOut({ id, channels, name, data }),
    },
  });
  const facts = StreamConsumer.start({
    stream: roomFacts,
    redis: watched(connectRedis(settings.redisUrl, { blocking: true }), logger),
    record: (fact) => recordFact(knex, fact),
    logger,
  });
  const shared = StreamConsumer.start({
    stream: sharedEntries,
    redis: watched(connectRedis(settings.redisUrl, { blocking: true }), logger),
    record: (entry) => recordShared(knex, entry),
    claimAfterMs: timings.lockMs,
    logger,
  });

  measureQueues(queues, () => countWaiting(knex));
  const probes = createProbes({
    checks: {
      database: async () => void (await knex.raw('select 1')),
      redis: async () => void (await redis.ping()),
    },
    metricsToken: settings.metricsToken,
  });
  const http = createServer((request, response) => {
    void probes(request, response).then((known) => known || response.writeHead(404).end());
  });
  await once(http.listen(settings.workers.port, '127.0.0.1'), 'listening');

  return {
    close: async () => {
      http.close();
      http.closeAllConnections();
      await Promise.all([workers.close(), relay.close(), facts.close(), shared.close()]);
      // A queue waits for Redis to take its leave.
      if (redis.status === 'ready') await queues.close();
      redis.disconnect();
      blockingRedis.disconnect();
      await knex.destroy();
    },
  };
}

/** Says when Redis goes and when it is back; each command that fails meanwhile tells its own caller. */
function watched(redis: Redis, logger: Logger): Redis {
  let away = false;
  redis.on('error', (error) => {
    if (!away) logger.warn({ err: error }, 'Redis is away');
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.info('Redis is back');
    away = false;
  });
  return redis;
}
