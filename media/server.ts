import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Redis } from 'ioredis';
import type { Logger } from '../config/logger.ts';
import { createProbes } from '../config/probes.ts';
import { connectRedis } from '../config/redis.ts';
import type { Settings } from '../config/settings.ts';
import { acceptChecks } from './acceptChecks.ts';
import { createBoardStore } from './board/BoardStore.ts';
import { CommandReader } from './CommandReader.ts';
import { checkNamespace } from './contracts/check.ts';
import { FactStream } from './FactStream.ts';
import { registerMetrics } from './metrics.ts';
import { NodeRegistry } from './NodeRegistry.ts';
import { createClockStore, createRecordingStore } from './RoomStore.ts';
import { findFfmpeg } from './recording/findFfmpeg.ts';
import { Rooms } from './Rooms.ts';
import { createSharedLog } from './SharedLog.ts';
import { acceptSockets } from './sockets.ts';
import { verifyAttachment } from './tickets.ts';
import { WorkerPool } from './WorkerPool.ts';

export interface RunningMedia {
  url: string;
  /** Tells the rooms, hands over what Redis has yet to know, and ends the workers. */
  close(): Promise<void>;
}

/** Clocks of api and media may differ by this much. */
const clockSkewMs = 5_000;
/** How long closing waits for pages to hear of it. */
const farewellMs = 1_000;

/**
 * Starts a media node: signalling and probes on one port, mediasoup workers on theirs.
 * With `media.port` 0 any free port is taken and the node is known by its own address.
 */
export async function startMedia(settings: Settings, logger: Logger): Promise<RunningMedia> {
  const { media, tokens } = settings;
  const redis = connectRedis(settings.redisUrl);
  const commands = connectRedis(settings.redisUrl, { blocking: true });
  for (const connection of [redis, commands]) {
    connection.on('error', (error) => logger.debug({ err: error }, 'Redis connection'));
  }
  const stores = await createStores(settings, redis, logger);
  const http = createServer();
  const pool = await WorkerPool.create({ ...media, count: media.workers, logger }).catch((error: unknown) => {
    redis.disconnect();
    commands.disconnect();
    throw error;
  });
  // From here on nothing is awaited before requests are heard: one that came meanwhile would have no answer.
  await once(http.listen(media.port, media.host), 'listening');
  const { port } = http.address() as AddressInfo;
  const url = media.port === 0 ? `http://${media.host}:${port}` : media.publicUrl;
  const nodeId = new URL(url).host;

  const facts = new FactStream(redis, nodeId, logger);
  const registry = new NodeRegistry({ redis, node: { id: nodeId, url }, logger });
  const rooms = new Rooms({
    pool,
    graceMs: media.peerGraceMs,
    ticketMs: tokens.ticketSeconds * 1000 + clockSkewMs,
    ...{ claim: registry.claim, release: registry.release, report: facts.append },
    ...stores,
    readAttachment: (token) => verifyAttachment(token, tokens.ticketSecret),
    logger,
  });
  registry.start(() => load(rooms));
  const reader = new CommandReader(commands, (command) => rooms.obey(command), logger);
  const removeMetrics = registerMetrics({ rooms, pool, facts });
  const probes = createProbes({
    checks: {
      redis: async () => void (await redis.ping()),
      workers: () => (pool.size > 0 ? Promise.resolve() : Promise.reject(new Error('no worker runs'))),
    },
    metricsToken: settings.metricsToken,
  });
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return;
    void probes(request, response).then((answered) => answered || response.writeHead(404).end());
  });
  const io = acceptSockets(http, { rooms, settings, logger });
  acceptChecks(io, { pool, ticketSecret: tokens.ticketSecret });

  const stop = async () => {
    // Both begin before anything is awaited: mediasoup's workers end themselves at the same signal as we do.
    rooms.close();
    io.of(checkNamespace).disconnectSockets(true);
    const workersGone = pool.close();
    await untilGone(io.engine, farewellMs);
    await io.close();
    reader.close();
    await Promise.all([workersGone, registry.close()]);
    await facts.close();
    removeMetrics();
    redis.disconnect();
  };
  let stopping: Promise<void> | undefined;
  return { url, close: () => (stopping ??= stop()) };
}

/** What outlives this node. */
const createStores = async (settings: Settings, redis: Redis, logger: Logger) => ({
  clocks: createClockStore(redis, logger),
  log: createSharedLog(redis, logger),
  board: createBoardStore(redis, logger),
  recorders: await createRecorders(settings, redis, logger),
});

const createRecorders = async ({ recording }: Settings, redis: Redis, logger: Logger) => ({
  ffmpeg: await findFfmpeg(recording.ffmpeg),
  folder: recording.folder,
  store: createRecordingStore(redis, logger),
  logger,
});

function load(rooms: Rooms) {
  return { rooms: rooms.all.length, peers: rooms.all.reduce((sum, room) => sum + room.peers.length, 0) };
}

/** Waits until every page has taken its farewell and hung up, but not for ever. */
async function untilGone(engine: { clientsCount: number }, timeoutMs: number) {
  const deadline = performance.now() + timeoutMs;
  while (engine.clientsCount > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
