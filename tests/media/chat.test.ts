import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../config/logger.ts';
import { connectRedis } from '../../config/redis.ts';
import type { ChatMessage } from '../../media/contracts/chat.ts';
import { sharedEntry, sharedStream } from '../../media/contracts/shared.ts';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import { createSharedLog } from '../../media/SharedLog.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { claims, startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;
const enter = async (of: TicketClaims) => {
  const client = await SignallingClient.connect(node.url, { ticket: await node.ticket(of) });
  const place = await client.request('join', {});
  return Object.assign(client, { place, userId: of.sub, sessionId: of.sessionId });
};
type Person = Awaited<ReturnType<typeof enter>>;
const enterThree = async () => {
  const [mentoring, learning] = twoClaims();
  const third = { ...learning, sub: randomUUID(), name: 'Kabir' };
  return [await enter(mentoring), await enter(learning), await enter(third)] as const;
};
const leave = (...people: Person[]) => Promise.all(people.map((person) => person.request('leave', {})));
const say = (from: Person, text: string, to: string | null = null, clientId: string = randomUUID()) =>
  from.request('say', { clientId, to, text });
const heard = (person: Person) =>
  person.events.flatMap(({ name, data }) =>
    name === 'said' ? [(data as { message: ChatMessage }).message.text] : [],
  );
const history = async (person: Person, range = {}) =>
  (await person.request('chatHistory', range)).messages.map(({ text }) => text);
/** What workers will find of one lesson. */
const kept = async (sessionId: string) => {
  const entries = await node.redis.xrange(sharedStream, '-', '+');
  return entries
    .map(([, [, json = '']]) => sharedEntry.parse(JSON.parse(json)))
    .flatMap((entry) => (entry.kind === 'chat' && entry.sessionId === sessionId ? [entry] : []));
};

describe('the chat of a room (ROOM-8)', () => {
  it('reaches everybody, or the two whom it is between, and nobody else', async () => {
    const [mentor, asha, kabir] = await enterThree();
    const { message } = await say(asha, '  Hello all ');
    await say(asha, 'only you', kabir.userId);
    await say(kabir, 'only back', asha.userId);
    await say(mentor, 'Welcome');
    expect(message).toMatchObject({ userId: asha.userId, name: 'Asha', to: null, text: 'Hello all' });
    const all = ['Hello all', 'only you', 'only back', 'Welcome'];
    await expect.poll(() => heard(kabir)).toEqual(all);
    await expect.poll(() => heard(asha)).toEqual(all);
    await expect.poll(() => heard(mentor)).toEqual(['Hello all', 'Welcome']);
    expect(await history(mentor)).toEqual(['Hello all', 'Welcome']);
    expect(await history(kabir)).toEqual(all);
    await leave(mentor, asha, kabir);
  });

  it('tells who writes to those for whom it will be', async () => {
    const [mentor, asha, kabir] = await enterThree();
    await asha.request('typing', { to: kabir.userId });
    await asha.request('typing', { to: null });
    const told = (person: Person) =>
      person.events.flatMap(({ name, data }) => (name === 'typing' ? [data] : []));
    const typing = (isPrivate: boolean) => ({ userId: asha.userId, private: isPrivate });
    await expect.poll(() => told(kabir)).toEqual([typing(true), typing(false)]);
    await expect.poll(() => told(mentor)).toEqual([typing(false)]);
    expect(told(asha)).toEqual([]);
    await leave(mentor, asha, kabir);
  });

  it('says a message once however often its page sends it, also when the one it was for has left', async () => {
    const [mentor, asha, kabir] = await enterThree();
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => say(asha, 'once', kabir.userId, clientId)));
    await kabir.request('leave', {});
    answers.push(await say(asha, 'once', kabir.userId, clientId));
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    // Someone else's use of the id is a message of its own, and shows nothing of the first.
    const { message } = await say(mentor, 'mine', null, clientId);
    expect(message).toMatchObject({ text: 'mine', userId: mentor.userId });
    expect(await history(asha)).toEqual(['once', 'mine']);
    expect((await kept(asha.sessionId)).map(({ text }) => text)).toEqual(['once', 'mine']);
    await leave(mentor, asha);
  });

  it('is refused to oneself, to who is not here, when it is too long, and to who floods', async () => {
    const [mentor, asha, kabir] = await enterThree();
    await expect(say(asha, 'me', asha.userId)).rejects.toThrow(code('bad_request'));
    await expect(say(asha, 'you', randomUUID())).rejects.toThrow(code('not_found'));
    await expect(say(asha, 'x'.repeat(4_001))).rejects.toThrow(code('bad_request'));
    await say(asha, 'x'.repeat(4_000));
    const flood = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => say(kabir, `${index}`)));
    const refused = flood.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(20);
    expect(refused[0]).toMatchObject({ reason: code('too_many') });
    await leave(mentor, asha, kabir);
  });

  it('is closed to who was removed', async () => {
    const [mentor, asha, kabir] = await enterThree();
    await mentor.request('moderate', { peerId: asha.place.peerId, act: 'remove' });
    await expect.poll(() => asha.socket.connected).toBe(false);
    const { peerId, resumeToken } = asha.place;
    await expect(SignallingClient.connect(node.url, { peerId, resumeToken })).rejects.toThrow(
      code('not_found'),
    );
    await expect(say(mentor, 'you', asha.userId)).rejects.toThrow(code('not_found'));
    await leave(mentor, kabir);
  });

  it('is there for who comes back, from where they were, and as far back as they scroll', async () => {
    const of = claims();
    const asha = await enter(of);
    const { sub: userId, name, sessionId, roomCode } = of;
    const log = createSharedLog(node.redis, createLogger('media', node.settings));
    const about = { kind: 'chat' as const, at: new Date().toISOString(), sessionId, roomCode, userId, name };
    const stranger = { userId: randomUUID(), name: 'Kabir' };
    for (let index = 0; index < 130; index += 1) {
      const ids = () => ({ id: randomUUID(), clientId: randomUUID() });
      await log.append({ ...about, ...ids(), to: null, text: `${index}` });
      // Other people's private messages lie between them and take no place of what is read.
      const others = { ...about, ...ids(), userId: randomUUID(), to: stranger, text: 'secret' };
      await log.append(others);
    }
    const texts = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `${from + index}`);
    const last = await asha.request('chatHistory', {});
    expect([last.messages.map(({ text }) => text), last.more]).toEqual([texts(80, 130), true]);
    const earlier = await asha.request('chatHistory', { before: last.messages[0]!.position });
    expect([earlier.messages.map(({ text }) => text), earlier.more]).toEqual([texts(30, 80), true]);
    const first = await asha.request('chatHistory', { before: earlier.messages[0]!.position });
    expect([first.messages.map(({ text }) => text), first.more]).toEqual([texts(0, 30), false]);
    const missed = await asha.request('chatHistory', { since: first.messages.at(-1)!.position });
    expect([missed.messages.map(({ text }) => text), missed.more]).toEqual([texts(30, 80), true]);
    const { position } = last.messages.at(-3)!;
    expect(await asha.request('chatHistory', { since: position })).toMatchObject({ more: false });
    expect(await history(asha, { since: position })).toEqual(['128', '129']);
    await leave(asha);
  });

  it('is not acknowledged while Redis is away', async () => {
    const away = connectRedis(node.settings.redisUrl);
    const log = createSharedLog(away, createLogger('media', node.settings));
    await expect(log.since({ roomCode: randomUUID(), kind: 'chat' }, 0, 1)).rejects.toThrow(code('not_kept'));
    away.disconnect();
  });
});
