import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import { findCaller } from '../../api/accounts/index.ts';
import { seatBook } from '../../api/bookings/index.ts';
import { liveEvents } from '../../api/contracts/events.ts';
import { lobbyAnswer, type Lobby, type LobbyVisit } from '../../api/contracts/lobby.ts';
import { createLobby } from '../../api/lobby/index.ts';
import { attachRealtime } from '../../api/realtime/index.ts';
import { mayWatchSession, type Session } from '../../api/sessions/index.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
/** The addresses of two api processes, as far as sockets can tell. */
let urls: [string, string];
let closeSecond: () => Promise<void>;
beforeAll(async () => {
  api = await startTestApi();
  const http = createServer();
  const services = { ...api, settings: api.settings, logger: pino({ level: 'silent' }) };
  const realtime = attachRealtime(http, {
    redis: api.redis,
    settings: api.settings,
    authenticate: (token) => findCaller(services, token),
    mayWatchSession: (me, sessionId) => mayWatchSession(api.knex, seatBook, me, sessionId),
    lobby: createLobby(api, seatBook),
    logger: services.logger,
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  urls = [api.url, `http://127.0.0.1:${(http.address() as AddressInfo).port}`];
  closeSecond = realtime.close;
});
afterAll(async () => {
  await closeSecond();
  await api.close();
});

const soon = { timeout: 10_000, interval: 20 };
let sockets: Socket[] = [];
let lesson: Session;
let mentor: Page;
let learner: Page;
type Page = Awaited<ReturnType<typeof openPage>>;
type Someone = { id: string; role: 'mentor' | 'learner' | 'admin' };

/** A page of somebody with its live socket, on one of the processes. */
async function openPage(of: Someone, node: 0 | 1 = 0) {
  const { accessToken } = await signAccessToken(api.settings.tokens, of, api.now());
  const socket = connect(urls[node], {
    auth: { token: accessToken },
    transports: ['websocket'],
    forceNew: true,
  });
  sockets.push(socket);
  const heard: Lobby[] = [];
  socket.on('lobby.changed', (data) => heard.push(liveEvents['lobby.changed'].parse(data)));
  let deaf = false;
  socket.on('areYouThere', (_data, answer: () => void) => deaf || answer());
  await once(socket as never, 'ready');
  const tab = randomUUID();
  const visit = async (as: LobbyVisit['as'], ready = false, sessionId = lesson.id) =>
    lobbyAnswer.parse(
      await socket
        .timeout(5_000)
        .emitWithAck('visitLobby', { sessionId, tab, as, ready } satisfies LobbyVisit),
    );
  return {
    socket,
    heard,
    visit,
    userId: of.id,
    /** As a dead network does: nothing is answered any more, and nobody says goodbye. */
    goDeaf: () => (deaf = true),
  };
}
/** Whom a page sees, in the newest of what it was told: "name", or "name!" of those who are ready. */
function seenBy({ heard }: Page): string[] | undefined {
  const newest = heard.toSorted((a, b) => b.version - a.version)[0];
  return newest?.people.map(({ name, ready }) => (ready ? `${name}!` : name));
}

beforeEach(async () => {
  lesson = await buildSession(api.knex, { capacity: 2 });
  const { learnerId } = await buildBooking(api.knex, { sessionId: lesson.id });
  mentor = await openPage({ id: lesson.mentorId, role: 'mentor' });
  learner = await openPage({ id: learnerId, role: 'learner' }, 1);
});
afterEach(() => {
  for (const socket of sockets) socket.disconnect();
  sockets = [];
});

describe('the lobby (ROOM-3)', () => {
  test('shows who waits and who is ready, at once, through several api processes', async () => {
    expect(await learner.visit('waiting')).toMatchObject({
      ok: true,
      lobby: { people: [{ name: 'Meera Nair' }] },
    });
    const entered = await mentor.visit('waiting');
    expect(entered).toMatchObject({ ok: true, lobby: { people: [{ role: 'mentor' }, { role: 'learner' }] } });
    await expect.poll(() => seenBy(learner), soon).toEqual(['Arjun Rao', 'Meera Nair']);
    await learner.visit('waiting', true);
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Arjun Rao', 'Meera Nair!']);
    await learner.visit('gone');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Arjun Rao']);
    const after = learner.heard.length;
    await mentor.visit('waiting', true);
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Arjun Rao!']);
    expect(learner.heard.length).toBe(after);
  });

  test('a mentor in the room sees who waits and is not seen waiting', async () => {
    await mentor.visit('watching');
    await learner.visit('waiting');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair']);
  });

  test('two tabs of one person are one, ready when either is', async () => {
    await mentor.visit('watching');
    const tab = await openPage({ id: learner.userId, role: 'learner' });
    await learner.visit('waiting', true);
    await tab.visit('waiting');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair!']);
    await learner.visit('gone');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair']);
    await tab.visit('gone');
    await expect.poll(() => seenBy(mentor), soon).toEqual([]);
  });

  test('a socket that drops and comes back in time was never away; one that does not is gone', async () => {
    await mentor.visit('watching');
    await learner.visit('waiting', true);
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair!']);
    const before = mentor.heard.length;
    learner.socket.io.engine.close();
    await once(learner.socket as never, 'connect');
    await learner.visit('waiting', true);
    await learner.visit('waiting', true);
    expect(mentor.heard.slice(before).every(({ people }) => people.length === 1)).toBe(true);
    learner.socket.disconnect();
    await expect.poll(() => seenBy(mentor), { timeout: 15_000 }).toEqual([]);
  });

  test('who falls silent without a goodbye is gone within 20 s, and back as soon as they answer', async () => {
    await mentor.visit('watching');
    await learner.visit('waiting');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair']);
    learner.goDeaf();
    await expect.poll(() => seenBy(mentor), { timeout: 20_000 }).toEqual([]);
    await learner.visit('waiting');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair']);
  });

  test('strangers neither see nor are seen; an admin is', async () => {
    await mentor.visit('watching');
    const gone = await buildBooking(api.knex, { sessionId: lesson.id, state: 'cancelled' });
    const strangers = [
      await openPage({ id: gone.learnerId, role: 'learner' }),
      await openPage({ ...(await buildUser(api.knex)), role: 'learner' }),
      await openPage({ ...(await buildUser(api.knex, { role: 'mentor' })), role: 'mentor' }),
    ];
    for (const stranger of strangers) {
      expect(await stranger.visit('waiting')).toEqual({ ok: false });
      expect(await stranger.visit('watching')).toEqual({ ok: false });
    }
    const admin = await openPage({
      ...(await buildUser(api.knex, { role: 'admin', name: 'Admin' })),
      role: 'admin',
    });
    await admin.visit('waiting');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Admin']);
    for (const stranger of strangers) expect(stranger.heard).toEqual([]);
  });

  test('who gives up their seat is no longer there, and hears nothing more', async () => {
    await mentor.visit('watching');
    await learner.visit('waiting');
    await expect.poll(() => seenBy(mentor), soon).toEqual(['Meera Nair']);
    await api.knex('bookings').where({ learner_id: learner.userId }).update({ state: 'cancelled' });
    await expect.poll(() => seenBy(mentor), soon).toEqual([]);
    expect(await learner.visit('waiting')).toEqual({ ok: false });
  });

  test('what is no visit is refused, and a lesson that is over has no lobby', async () => {
    expect(await learner.socket.emitWithAck('visitLobby', { sessionId: lesson.id })).toEqual({ ok: false });
    learner.socket.emit('visitLobby');
    await lesson.$query(api.knex).patch({ state: 'completed' });
    expect(await learner.visit('waiting')).toEqual({ ok: false });
  });
});
