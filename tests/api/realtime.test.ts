import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Redis } from 'ioredis';
import { pino } from 'pino';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { channels, liveEvents, liveReady, type LiveReady } from '../../api/contracts/events.ts';
import { attachRealtime, createFanOut, type LiveIdentity } from '../../api/realtime/index.ts';
import { connectRedis } from '../../config/redis.ts';
import { createOwnRedis, type OwnRedis } from '../support/ownRedis.ts';

const logger = pino({ level: 'silent' });
const soon = { timeout: 10_000, interval: 20 };
let ownRedis: OwnRedis;
let redis: Redis;
/** Two api processes as far as sockets can tell. */
let nodes: { http: HttpServer; realtime: ReturnType<typeof attachRealtime>; url: string }[] = [];
let sockets: Socket[] = [];
const identities = new Map<string, LiveIdentity>();
const watched = new Set<string>();

beforeAll(async () => {
  ownRedis = await createOwnRedis();
  await ownRedis.start();
  redis = connectRedis(ownRedis.url);
  redis.on('error', () => undefined);
  nodes = await Promise.all([startNode(), startNode()]);
});
afterEach(() => {
  for (const socket of sockets) socket.disconnect();
  sockets = [];
});
afterAll(async () => {
  await Promise.all(nodes.map(({ realtime }) => realtime.close()));
  redis.disconnect();
  await ownRedis.close();
});

async function startNode() {
  const http = createServer();
  const realtime = attachRealtime(http, {
    redis,
    settings: { redisUrl: ownRedis.url },
    authenticate: (token) => Promise.resolve(identities.get(token) ?? null),
    mayWatchSession: (me, sessionId) => Promise.resolve(me !== null && watched.has(sessionId)),
    lobby: { visit: () => Promise.reject(new Error('not here')), drop: () => Promise.resolve() },
    logger,
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  return { http, realtime, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

function signIn(userId: string = randomUUID(), seconds = 900) {
  const token = randomUUID();
  identities.set(token, { userId, role: 'learner', expiresAt: new Date(Date.now() + seconds * 1_000) });
  return { token, userId };
}

interface Page {
  socket: Socket;
  heard: { name: string; data: unknown }[];
  ready: LiveReady;
}

/** A page with its socket, once that has been greeted. */
async function openPage(auth: { token?: string } | (() => { token?: string }) = {}, node = 0): Promise<Page> {
  const current = typeof auth === 'function' ? auth : () => auth;
  const socket = connect(nodes[node]?.url ?? '', {
    auth: (give) => give(current()),
    transports: ['websocket'],
    reconnectionDelay: 20,
  });
  sockets.push(socket);
  const page = { socket, heard: [] as Page['heard'] };
  socket.onAny((name: string, data: unknown) => page.heard.push({ name, data }));
  const ready = await next(socket, 'ready');
  return { ...page, ready: liveReady.parse(ready) };
}

/** The next time a page's socket tells an event, and what it says. */
const next = (socket: Socket, event: string) =>
  new Promise<unknown>((resolve) => socket.once(event, resolve));

const fanOut = (...args: Parameters<ReturnType<typeof createFanOut>>) => createFanOut(redis)(...args);
const emitPresence = (channel: string, sessionId: string = randomUUID(), id?: string) =>
  fanOut({
    ...(id && { id }),
    channels: [channel],
    name: 'presence.changed',
    data: { sessionId, present: [] },
  });
const presencesOf = (page: Page) =>
  page.heard
    .filter(({ name }) => name === 'presence.changed')
    .map(({ data }) => liveEvents['presence.changed'].parse(data).sessionId);
const watch = (page: Page, data: unknown) =>
  page.socket.timeout(5_000).emitWithAck('watchSession', data) as Promise<{ ok: boolean }>;

/** Breaks the connection as a lost network does: the page has not asked for it. */
const drop = (page: Page) => page.socket.io.engine.close();

describe('who hears what', () => {
  test('everyone hears the catalogue, a person hears what is theirs, on whatever node', async () => {
    const { token, userId } = signIn();
    const [visitor, person] = await Promise.all([openPage(), openPage({ token }, 1)]);
    expect(visitor.ready.userId).toBeNull();
    expect(person.ready.userId).toBe(userId);
    const [own, all] = [randomUUID(), randomUUID()];
    await emitPresence(channels.user(userId), own);
    await emitPresence(channels.catalogue, all);
    await expect.poll(() => presencesOf(person), soon).toEqual([own, all]);
    await expect.poll(() => presencesOf(visitor), soon).toEqual([all]);
  });

  test('a page on several channels of an event hears it once', async () => {
    const { token, userId } = signIn();
    const page = await openPage({ token });
    const [event, after] = [randomUUID(), randomUUID()];
    await fanOut({
      channels: [channels.catalogue, channels.user(userId)],
      name: 'presence.changed',
      data: { sessionId: event, present: [] },
    });
    await emitPresence(channels.catalogue, after);
    await expect.poll(() => presencesOf(page), soon).toEqual([event, after]);
  });

  test('an event that is handed over again with its id is heard once', async () => {
    const page = await openPage();
    const [id, event, after] = [randomUUID(), randomUUID(), randomUUID()];
    await emitPresence(channels.catalogue, event, id);
    await emitPresence(channels.catalogue, event, id);
    await emitPresence(channels.catalogue, after);
    await expect.poll(() => presencesOf(page), soon).toEqual([event, after]);
  });

  test('a lesson is watched by those who may, until they stop', async () => {
    const [sessionId, secret] = [randomUUID(), randomUUID()];
    watched.add(sessionId);
    const [visitor, person] = await Promise.all([openPage(), openPage(signIn())]);
    expect(await watch(visitor, { sessionId })).toEqual({ ok: false });
    expect(await watch(person, { sessionId: secret })).toEqual({ ok: false });
    expect(await watch(person, { sessionId: 'not a lesson' })).toEqual({ ok: false });
    expect(await watch(person, { sessionId })).toEqual({ ok: true });
    await emitPresence(channels.session(sessionId), sessionId);
    await expect.poll(() => presencesOf(person), soon).toEqual([sessionId]);
    await person.socket.emitWithAck('unwatchSession', { sessionId });
    const after = randomUUID();
    await emitPresence(channels.session(sessionId), sessionId);
    await emitPresence(channels.catalogue, after);
    await expect.poll(() => presencesOf(person), soon).toEqual([sessionId, after]);
    expect(presencesOf(visitor)).toEqual([after]);
  });

  test('an event without a function to answer does no harm', async () => {
    const page = await openPage();
    page.socket.emit('watchSession', { sessionId: randomUUID() });
    page.socket.emit('watchSession');
    expect(await watch(page, {})).toEqual({ ok: false });
  });
});

describe('handshake', () => {
  const refusal = async (auth: Record<string, unknown>) => {
    const socket = connect(nodes[0]?.url ?? '', { auth, transports: ['websocket'] });
    sockets.push(socket);
    const error = (await next(socket, 'connect_error')) as Error & { data?: { code: string } };
    return error.data?.code;
  };

  test('a token that is not valid is refused with a code', async () => {
    expect(await refusal({ token: 'made up' })).toBe('session_expired');
  });

  test('a handshake of the wrong form is refused with a code', async () => {
    expect(await refusal({ token: 12 })).toBe('bad_request');
  });
});

describe('resuming', () => {
  test('what was missed in two seconds away is heard once, in order, on another node too', async () => {
    const { token, userId } = signIn();
    const page = await openPage({ token });
    const events = Array.from({ length: 6 }, () => randomUUID());
    const [first = '', ...missed] = events;
    await emitPresence(channels.user(userId), first);
    await expect.poll(() => presencesOf(page), soon).toEqual([first]);

    page.socket.io.reconnection(false);
    drop(page);
    expect(page.socket.connected).toBe(false);
    const awayUntil = Date.now() + 2_000;
    for (const event of missed.slice(0, 4)) await emitPresence(channels.user(userId), event);
    await emitPresence(channels.user(randomUUID()));
    await expect.poll(() => Date.now() > awayUntil, soon).toBe(true);
    // The way back leads to the other node, as a load balancer may have it.
    Object.assign(page.socket.io, { uri: nodes[1]?.url });
    const back = next(page.socket, 'connect');
    page.socket.connect();
    await back;
    expect(page.socket.recovered).toBe(true);
    await emitPresence(channels.user(userId), missed[4]);
    await expect.poll(() => presencesOf(page), soon).toEqual(events);
  });

  test('a connection that dropped before its first event is resumed as well', async () => {
    const page = await openPage();
    drop(page);
    const missed = randomUUID();
    await emitPresence(channels.catalogue, missed);
    await expect.poll(() => presencesOf(page), soon).toEqual([missed]);
    expect(page.socket.recovered).toBe(true);
  });

  test('when the token runs out the page comes back with a new one and has missed nothing', async () => {
    const { userId, token } = signIn(undefined, 1);
    let current = token;
    const page = await openPage(() => ({ token: current }));
    current = signIn(userId).token;
    await next(page.socket, 'disconnect');
    const event = randomUUID();
    await emitPresence(channels.user(userId), event);
    await expect.poll(() => presencesOf(page), soon).toEqual([event]);
    expect(page.socket.recovered).toBe(true);
  });

  test('who comes back as somebody else no longer hears the first', async () => {
    const [first, second] = [signIn(), signIn()];
    let { token } = first;
    const page = await openPage(() => ({ token }));
    ({ token } = second);
    drop(page);
    await next(page.socket, 'ready');
    await emitPresence(channels.user(first.userId));
    const own = randomUUID();
    await emitPresence(channels.user(second.userId), own);
    await expect.poll(() => presencesOf(page), soon).toEqual([own]);
  });
});

test('pages stay connected while Redis is away, and hear what comes once it is back', async () => {
  const page = await openPage();
  let disconnects = 0;
  page.socket.on('disconnect', () => (disconnects += 1));
  await ownRedis.stop();
  expect(await watch(page, { sessionId: randomUUID() })).toEqual({ ok: false });
  const visitor = connect(nodes[1]?.url ?? '', { transports: ['websocket'] });
  sockets.push(visitor);
  await next(visitor, 'connect');
  await ownRedis.start();
  const event = randomUUID();
  await vi.waitFor(() => emitPresence(channels.catalogue, event), soon);
  await expect.poll(() => presencesOf(page), soon).toEqual([event]);
  expect(disconnects).toBe(0);
});

test('a node that stops at any moment of its start leaves no failure that nobody hears', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', hear);
  for (let moment = 0; moment < 20; moment++) {
    const { realtime } = await startNode();
    for (let turn = 0; turn < moment; turn++) await new Promise(setImmediate);
    await realtime.close();
  }
  await vi.waitFor(async () => expect(await redis.ping()).toBe('PONG'), soon);
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
