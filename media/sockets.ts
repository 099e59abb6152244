import type { Server as HttpServer } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import type { Logger } from '../config/logger.ts';
import type { Settings } from '../config/settings.ts';
import { Connection, type Entrance } from './Connection.ts';
import { handshake, type ClientToMedia, type MediaToClient } from './contracts/signalling.ts';
import type { Rooms } from './Rooms.ts';
import { refusal, SignallingError } from './SignallingError.ts';
import { verifyTicket } from './tickets.ts';

type NoEvents = Record<string, never>;
export type MediaSocket = Socket<ClientToMedia, MediaToClient, NoEvents, { entrance: Entrance }>;
type MediaServer = Server<ClientToMedia, MediaToClient, NoEvents, { entrance: Entrance }>;

export interface SocketOptions {
  rooms: Rooms;
  settings: Settings;
  logger: Logger;
}

/** The largest request is a page's RTP capabilities, some 20 kB. */
const largestMessageBytes = 100_000;
/** A socket that was let in must ask to join, or knock, within this time. */
const joinTimeoutMs = 10_000;
/** Refused handshakes that one address may cause in a minute before it is not even listened to. */
const refusalsPerMinute = 60;
/** A dead socket is noticed after at most the sum of both. */
const ping = { pingInterval: 5_000, pingTimeout: 5_000 };

/** Opens signalling on an HTTP server: admits sockets and hands their requests to their connections. */
export function acceptSockets(http: HttpServer, options: SocketOptions): MediaServer {
  const { rooms, settings, logger } = options;
  const origins = pageOrigins(settings);
  // Programs that are no browser send no Origin; they need a ticket all the same.
  const allowed = (origin: string | undefined) => origin === undefined || origins.includes(origin);
  const io: MediaServer = new Server(http, {
    ...ping,
    serveClient: false,
    maxHttpBufferSize: largestMessageBytes,
    cors: { origin: origins },
    // CORS does not hold for WebSockets: the origin is looked at here for both ways.
    allowRequest: (request, answer) => answer(null, allowed(request.headers.origin)),
  });
  const refusals = new RateLimiterMemory({ points: refusalsPerMinute, duration: 60 });
  io.use((socket, next) => {
    const address = addressOf(socket, settings.api.trustProxy);
    admit(socket, options, refusals, address).then(
      () => next(),
      (error: unknown) => next(Object.assign(new Error('refused'), { data: refusal(error).error })),
    );
  });
  io.on('connection', (socket) => {
    const connection = new Connection(rooms, socket, socket.data.entrance, logger);
    const timer = setTimeout(() => !connection.settled && socket.disconnect(true), joinTimeoutMs);
    socket.once('disconnect', () => clearTimeout(timer));
    socket.on('request', (envelope, answer: unknown) => {
      if (typeof answer !== 'function') return;
      void connection.answer(envelope).then((result) => {
        (answer as (value: typeof result) => void)(result);
        if (result.ok && envelope.name === 'leave') socket.disconnect();
      });
    });
  });
  return io;
}

async function admit(
  socket: MediaSocket,
  { rooms, settings }: SocketOptions,
  refusals: RateLimiterMemory,
  address: string,
) {
  const past = await refusals.get(address);
  if (past && past.consumedPoints >= refusalsPerMinute) {
    throw new SignallingError('bad_ticket', 'too many refused attempts from this address');
  }
  try {
    socket.data.entrance = await entranceOf(socket.handshake.auth, rooms, settings.tokens.ticketSecret);
  } catch (error) {
    await refusals.penalty(address);
    throw error;
  }
}

async function entranceOf(auth: unknown, rooms: Rooms, ticketSecret: string): Promise<Entrance> {
  const parsed = handshake.safeParse(auth);
  if (!parsed.success) throw new SignallingError('bad_request', 'neither a ticket nor a resume token');
  if ('ticket' in parsed.data) return { claims: await verifyTicket(parsed.data.ticket, ticketSecret) };
  const peer = rooms.find(parsed.data.peerId, parsed.data.resumeToken);
  if (!peer) throw new SignallingError('not_found', 'no such place, or it was given up');
  return { peer };
}

/** @param trustProxy whether `X-Forwarded-For` names the client: a proxy of ours stands in front. */
function addressOf({ handshake: { address, headers } }: MediaSocket, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined;
  return String(forwarded ?? address)
    .split(',', 1)[0]!
    .trim();
}

/** Pages come from the public address; in demo mode also from the other names of this machine. */
function pageOrigins({ publicUrl, demo }: Settings): string[] {
  const own = new URL(publicUrl);
  const names = demo ? ['localhost', '127.0.0.1'] : [];
  const local = names.map((name) => `${own.protocol}//${name}:${own.port || '80'}`);
  return [...new Set([own.origin, ...local])];
}
