import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { migrateToLatest, openDatabase } from '../config/database.ts';
import type { Logger } from '../config/logger.ts';
import { connectRedis } from '../config/redis.ts';
import type { Settings } from '../config/settings.ts';
import { accountRoutes, findCaller } from './accounts/index.ts';
import { attendanceRoutes } from './attendance/index.ts';
import { bookingRoutes, seatBook } from './bookings/index.ts';
import { indexMissing } from './catalogue/index.ts';
import { boardRoutes, findBoardImageFile } from './board/index.ts';
import { chatRoutes } from './chat/index.ts';
import { configRoutes, seedDemo } from './demo/index.ts';
import { devMailRoutes, startDevMailbox } from './dev/index.ts';
import { answerUploads, fileRoutes, serveFiles } from './files/index.ts';
import { createApp } from './http/app.ts';
import { landingRoutes } from './landing/index.ts';
import { createLobby } from './lobby/index.ts';
import { mentorRoutes } from './mentors/index.ts';
import { notificationRoutes } from './notifications/index.ts';
import { nudgeThrough } from './outbox/index.ts';
import { openPages } from './pages/index.ts';
import { payoutRoutes } from './payouts/index.ts';
import { preferencesRoutes } from './preferences/index.ts';
import { pushRoutes } from './push/index.ts';
import { findRecordingFile, recordingRoutes } from './recordings/index.ts';
import { findExportFile, privacyRoutes } from './privacy/index.ts';
import { profileRoutes } from './profile/index.ts';
import { attachRealtime } from './realtime/index.ts';
import { qualityRoutes } from './quality/index.ts';
import { reportRoutes } from './reports/index.ts';
import { reviewRoutes } from './reviews/index.ts';
import type { Services } from './Services.ts';
import { findSessionFile, sessionFileRoutes } from './sessionFiles/index.ts';
import { mayWatchSession, sessionRoutes } from './sessions/index.ts';
import { topicMarkRoutes } from './topicMarks/index.ts';
import { topicRoutes } from './topics/index.ts';

/** A call waits for Redis no longer than this; then it goes on without it, or says that something is unavailable. */
const redisTimeoutMs = 1_000;

export interface ApiOptions {
  /** The clock; tests stand in for it. */
  now?: () => Date;
}

/** Every call of the api. */
function routesOf(services: Services) {
  return [
    ...configRoutes(services),
    ...accountRoutes(services),
    ...sessionRoutes(services, seatBook),
    ...bookingRoutes(services),
    ...notificationRoutes(services),
    ...preferencesRoutes(services),
    ...profileRoutes(services),
    ...payoutRoutes(services),
    ...pushRoutes(services),
    ...fileRoutes(services),
    ...privacyRoutes(services),
    ...topicRoutes(services),
    ...landingRoutes(services),
    ...mentorRoutes(services),
    ...reviewRoutes(services),
    ...reportRoutes(services),
    ...qualityRoutes(services, seatBook),
    ...chatRoutes(services, seatBook),
    ...recordingRoutes(services, seatBook),
    ...boardRoutes(services, seatBook),
    ...topicMarkRoutes(services, seatBook),
    ...attendanceRoutes(services, seatBook),
    ...sessionFileRoutes(services, seatBook),
  ];
}

/** Starts the api: what is wired to what, top to bottom. Runs with Redis away, without live updates. */
export async function startApi(
  settings: Settings,
  logger: Logger,
  { now = () => new Date() }: ApiOptions = {},
) {
  const knex = openDatabase(settings.databaseUrl);
  await migrateToLatest(knex);
  await indexMissing(knex);
  const redis = connectRedis(settings.redisUrl, { answerWithinMs: redisTimeoutMs });
  redis.on('error', (error) => logger.debug({ err: error }, 'Redis is away'));
  nudgeThrough(redis);

  const services: Services = { settings, knex, redis, logger, now };
  if (settings.demo) await seedDemo(services);
  const mailbox =
    settings.mail.devPort === undefined
      ? undefined
      : await startDevMailbox({ knex, logger, port: settings.mail.devPort });

  const routes = routesOf(services);
  const web = await openPages(services, routes);
  const pages = [
    web.router,
    serveFiles(services, [
      findExportFile(services),
      findSessionFile(services),
      findBoardImageFile(services),
      findRecordingFile(services),
    ]),
    ...(settings.demo ? [devMailRoutes(knex)] : []),
  ];
  const app = createApp(services, routes, pages, [answerUploads(services)], web.serve);
  const http = createServer(app.callback() as (...call: unknown[]) => void);
  const realtime = attachRealtime(http, {
    ...{ redis, settings, logger },
    authenticate: (token) => findCaller(services, token),
    mayWatchSession: (me, sessionId) => mayWatchSession(knex, seatBook, me, sessionId),
    lobby: createLobby({ knex, redis }, seatBook),
  });
  await once(http.listen(settings.api.port, settings.api.host), 'listening');
  const { port } = http.address() as AddressInfo;

  return {
    url: `http://${settings.api.host}:${port}`,
    services,
    close: async () => {
      const closed = once(http, 'close');
      await realtime.close();
      http.closeIdleConnections();
      await closed;
      await mailbox?.close();
      redis.disconnect();
      await knex.destroy();
    },
  };
}
