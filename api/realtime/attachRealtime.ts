import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Redis } from 'ioredis';
import { Server } from 'socket.io';
import type { Logger } from '../../config/logger.ts';
import type { Settings } from '../../config/settings.ts';
import { channels, type LiveToPage, type PageToLive } from '../contracts/events.ts';
import type { Lobby } from '../lobby/index.ts';
import { connectAdapterRedis } from './adapterRedis.ts';
import { answerLobby } from './answerLobby.ts';
import { createFanOut, type FanOut } from './fanOut.ts';
import { identify, type Authenticate, type LiveData, type LiveSocket } from './identify.ts';
import { liveStream, liveStreamLength, resumeWindowMs } from './liveStream.ts';
import { answerWatching, type MayWatchSession } from './watchSession.ts';

export interface RealtimeOptions {
  /** For the greeting of a new socket; may fail while Redis is away. */
  redis: Redis;
  settings: Pick<Settings, 'redisUrl'>;
  authenticate: Authenticate;
  mayWatchSession: MayWatchSession;
  lobby: Lobby;
  logger: Logger;
}

const greetAgainMs = 1_000;
/** setTimeout takes no longer delay (2^31 - 1 ms). */
const longestTimeoutMs = 2_147_483_647;

/**
 * Serves live events on the api's http server, at socket.io's default path. Events are not sent from here: use
 * cases write them to the outbox, and the relay's fan-out reaches the sockets of every api process.
 * `close` ends the sockets in a way that pages resume elsewhere, and closes the http server too.
 */
export function attachRealtime(httpServer: HttpServer, options: RealtimeOptions) {
  const { authenticate, mayWatchSession, lobby, logger } = options;
  const adapterRedis = connectAdapterRedis(options.settings.redisUrl);
  adapterRedis.on('error', (error) => logger.debug({ err: error }, 'live updates have no Redis'));
  const io = new Server<PageToLive, LiveToPage, Record<string, never>, LiveData>(httpServer, {
    adapter: createAdapter(adapterRedis, { streamName: liveStream, maxLen: liveStreamLength }),
    // Who resumes a connection is asked again who they are.
    connectionStateRecovery: { maxDisconnectionDuration: resumeWindowMs, skipMiddlewares: false },
    serveClient: false,
    maxHttpBufferSize: 16_384,
  });
  const fanOut = createFanOut(options.redis);
  io.use(identify(authenticate));
  io.on('connection', (socket) => {
    joinChannels(socket);
    answerWatching(socket, mayWatchSession, logger);
    answerLobby(socket, { lobby, fanOut, logger });
    endWhenTokenExpires(socket);
    greet(socket, fanOut, logger);
  });
  return {
    io,
    close: async () => {
      await io.close();
      // Places of the sockets just closed are written before the connection goes.
      if (adapterRedis.status === 'ready') await adapterRedis.quit();
      else adapterRedis.disconnect();
    },
  };
}

/** A resumed socket has its old channels; those of somebody else must go when another person resumed it. */
function joinChannels(socket: LiveSocket) {
  const { userId } = socket.data;
  const own = userId && channels.user(userId);
  const kept = socket.data.heardAs === userId;
  for (const room of socket.rooms) {
    if (room !== socket.id && room !== own && !kept) void socket.leave(room);
  }
  socket.data.heardAs = userId;
  void socket.join(own ? [channels.catalogue, own] : channels.catalogue);
}

/** Ends the connection, not the socket: socket.io then reconnects by itself, with a new token, and resumes. */
function endWhenTokenExpires(socket: LiveSocket) {
  const { expiresAt } = socket.data;
  if (!expiresAt) return;
  const delayMs = Math.min(Math.max(Date.parse(expiresAt) - Date.now(), 0), longestTimeoutMs);
  const timer = setTimeout(() => socket.conn.close(), delayMs);
  socket.on('disconnect', () => clearTimeout(timer));
}

/**
 * The greeting goes through the stream as events do, and so carries a place in it: without one a connection that
 * drops before its first event could not be resumed. It is sent again until it came: Redis may be
 * away, and a process that has just started may not be listening to the stream yet.
 */
function greet(socket: LiveSocket, fanOut: FanOut, logger: Logger): void {
  const { userId, expiresAt } = socket.data;
  const greeting = { channels: [socket.id], name: 'ready', data: { userId, expiresAt } };
  const send = () =>
    fanOut(greeting).catch((error: unknown) => logger.debug({ err: error }, 'live socket not greeted yet'));
  const again = setInterval(() => void send(), greetAgainMs);
  const stop = () => clearInterval(again);
  socket.onAnyOutgoing((name: string) => name === 'ready' && stop());
  socket.on('disconnect', stop);
  void send();
}
