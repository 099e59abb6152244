import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardLimits, keyOf, stampOf, type BoardItem } from '../../media/contracts/board.ts';
import { roomLogKey, sharedEntry, sharedStream } from '../../media/contracts/shared.ts';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { BoardClient, line } from '../support/boardClient.ts';
import { claims, startNode, twoClaims, type TestNode } from './startNode.ts';

const patiently = { timeout: 60_000 };
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;
const enter = async (of: TicketClaims) => {
  const client = await SignallingClient.connect(node.url, { ticket: await node.ticket(of) });
  await client.request('join', {});
  return client;
};
const told = (client: SignallingClient, event: string) =>
  client.events.flatMap(({ name, data }) => (name === event ? [data] : []));
const page = (id: string, version = 1, isDeleted = false): BoardItem => ({
  kind: 'page',
  page: { id, version, versionNonce: 1, isDeleted, name: 'One', index: 'a0' },
});
/** As pages send what is removed: only that it is. */
const gone = (item: BoardItem): BoardItem => {
  if (item.kind === 'page') return item;
  const { id, type, version, versionNonce, index } = item.element;
  return { ...item, element: { id, type, version: version + 1, versionNonce, index, isDeleted: true } };
};
const next = (item: BoardItem): BoardItem =>
  item.kind === 'page' ? item : line(item.pageId, item.element.id, item.element.version + 1);

describe('the board of a room (ROOM-9)', () => {
  it('tells those who have it open what was drawn, and keeps the newest of each', async () => {
    const [mentoring, learning] = twoClaims();
    const [mentor, asha] = [await enter(mentoring), await enter(learning)];
    expect(await asha.request('boardSince', { position: 0 })).toMatchObject({ items: [], more: false });
    const drawn = line('p1');
    const { position } = await mentor.request('boardWrite', { items: [page('p1'), drawn] });
    await expect.poll(() => told(asha, 'boardChanged')).toEqual([{ position, items: [page('p1'), drawn] }]);
    expect(told(mentor, 'boardChanged')).toEqual([]);
    const moved = next(drawn);
    await asha.request('boardWrite', { items: [moved] });
    // What is older, or the same again, changes nothing.
    expect(await mentor.request('boardWrite', { items: [drawn, moved] })).toEqual({ position: null });
    const { items } = await mentor.request('boardSince', { position: 0 });
    expect(items).toEqual([page('p1'), moved]);
    expect((await mentor.request('boardSince', { position: position! })).items).toEqual([moved]);
    for (const client of [mentor, asha]) client.close();
  });

  it('is drawn on by the mentor alone while it is read-only, and pages are removed by the mentor', async () => {
    const [mentoring, learning] = twoClaims();
    const [mentor, asha] = [await enter(mentoring), await enter(learning)];
    await mentor.request('boardWrite', { items: [page('p1')] });
    await expect(asha.request('boardWrite', { items: [page('p1', 2, true)] })).rejects.toThrow(
      code('not_allowed'),
    );
    await expect(asha.request('setBoardRules', { readOnly: true })).rejects.toThrow(code('not_allowed'));
    await mentor.request('setBoardRules', { readOnly: true });
    await expect.poll(() => told(asha, 'boardRules')).toEqual([{ readOnly: true }]);
    expect(await asha.request('boardSince', { position: 0 })).toMatchObject({ rules: { readOnly: true } });
    await expect(asha.request('boardWrite', { items: [line('p1')] })).rejects.toThrow(code('not_allowed'));
    // Nor is anything seen of it for a moment; who may not draw still points at things.
    await mentor.request('boardSince', { position: 0 });
    const pointer = { x: 1, y: 2, laser: true, pressed: true };
    const stroke = { id: 'one', version: 1, versionNonce: 1, changes: {} };
    const moment = { pageId: 'p1', pointer, strokes: [stroke] };
    for (const client of [asha, mentor]) await client.request('boardMoment', moment);
    await expect
      .poll(() => told(mentor, 'boardMoment'))
      .toEqual([expect.objectContaining({ moment: { ...moment, strokes: [] } })]);
    await expect.poll(() => told(asha, 'boardMoment')).toEqual([expect.objectContaining({ moment })]);
    await mentor.request('boardWrite', { items: [line('p1'), page('p1', 2, true)] });
    await mentor.request('setBoardRules', { readOnly: false });
    await asha.request('boardWrite', { items: [line('p1')] });
    // A removed page stays so, whatever somebody wrote who was away.
    expect(await asha.request('boardWrite', { items: [page('p1', 9)] })).toEqual({ position: null });
    for (const client of [mentor, asha]) client.close();
  });

  it('takes what is in bounds and leads nowhere else', async () => {
    const asha = await enter(claims());
    const bad = (changes: object) => {
      const drawn = line('p1') as Extract<BoardItem, { kind: 'element' }>;
      return { ...drawn, element: { ...drawn.element, ...changes } };
    };
    const refused = [
      bad({ text: 'x'.repeat(boardLimits.itemLength) }),
      bad({ link: 'javascript:alert(1)' }),
      bad({ type: 'iframe' }),
      bad({ type: 'embeddable' }),
      bad({ fileId: '../secret' }),
      bad({ version: 0 }),
      bad({ index: '<' }),
      // What pages of the others could not draw.
      bad({ points: [[1, 2], [3]] }),
      bad({ points: undefined }),
      bad({ x: 'left' }),
      bad({ x: 1e300 }),
      bad({ type: 'text' }),
    ];
    for (const item of refused)
      await expect(asha.request('boardWrite', { items: [item as BoardItem] })).rejects.toThrow(
        code('bad_request'),
      );
    const many = Array.from({ length: boardLimits.batchItems + 1 }, () => page(randomUUID()));
    await expect(asha.request('boardWrite', { items: many })).rejects.toThrow(code('bad_request'));
    // Unknown looks are not kept, and what was drawn is.
    const drawn = line('p1') as Extract<BoardItem, { kind: 'element' }>;
    const looks = { strokeColor: 'url(https://elsewhere.example)', customData: { more: 1 }, opacity: 50 };
    await asha.request('boardWrite', { items: [{ ...drawn, element: { ...drawn.element, ...looks } }] });
    const { items } = await asha.request('boardSince', { position: 0 });
    expect(items).toEqual([{ ...drawn, element: { ...drawn.element, opacity: 50 } }]);
    asha.close();
  });

  it('takes no more than Redis can hold for all, and always what makes it smaller', async () => {
    const of = claims();
    const asha = await enter(of);
    const drawn = line('p1');
    await asha.request('boardWrite', { items: [drawn] });
    const about = `${roomLogKey(of.roomCode, 'board')}:about`;
    await node.redis.hset(about, 'length', boardLimits.length);
    await expect(asha.request('boardWrite', { items: [line('p1')] })).rejects.toThrow(code('board_full'));
    await asha.request('boardWrite', { items: [gone(drawn)] });
    expect(Number(await node.redis.hget(about, 'length'))).toBeLessThan(boardLimits.length);
    asha.close();
  });

  it('opens in parts when it is large', async () => {
    const [mentoring, learning] = twoClaims();
    const asha = new BoardClient(
      () => node.url,
      () => node.ticket(learning),
    );
    asha.sync.edit([page('p1'), ...Array.from({ length: 3_500 }, () => line('p1'))]);
    asha.goOnline();
    await expect.poll(() => asha.atRest, patiently).toBe(true);
    const kabir = new BoardClient(
      () => node.url,
      () => node.ticket(mentoring),
    );
    kabir.goOnline();
    await expect.poll(() => kabir.atRest && kabir.copy.elements('p1').length, patiently).toBe(3_500);
    expect(kabir.board).toBe(asha.board);
    asha.close();
    kabir.close();
  }, 120_000);
});

/** One careless hand: draws, changes what others drew, removes it, loses the network, draws on, reloads. */
function scribble(client: BoardClient): void {
  const known = [...client.copy.settledItems().values()].filter((item) => item.kind === 'element');
  const one = known[randomInt(Math.max(1, known.length))];
  const chance = randomInt(10);
  if (chance < 5 || !one) client.sync.edit([line('p1')], chance === 0);
  else if (chance < 8) client.sync.edit([next(one)]);
  else client.sync.edit([gone(one)]);
}

it('is the same for ten who edit at once, with drops, reloads and offline edits (ROOM-9)', async () => {
  const lesson = claims({ role: 'mentor' });
  const clients = Array.from({ length: 10 }, () => {
    const person = { ...lesson, sub: randomUUID() };
    return new BoardClient(
      () => node.url,
      () => node.ticket(person),
    );
  });
  for (const client of clients) client.goOnline();
  await expect.poll(() => clients.every(({ atRest }) => atRest), patiently).toBe(true);
  for (let round = 0; round < 60; round += 1) {
    for (const client of clients) {
      scribble(client);
      const fate = randomInt(30);
      if (fate === 0) client.goOffline();
      else if (fate === 1) client.reload();
      else if (fate < 6) client.goOnline();
    }
    // Lets what was sent be read: hands are no faster.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const client of clients) {
    client.sync.settle();
    client.goOnline();
  }
  await expect.poll(() => clients.every(({ atRest }) => atRest), patiently).toBe(true);
  await expect.poll(() => new Set(clients.map(({ board }) => board)).size, patiently).toBe(1);
  expect(clients.flatMap(({ troubles }) => troubles)).toEqual([]);

  // What workers will write ends in the same board.
  const last = new Map<string, BoardItem>();
  for (const [, [, json = '']] of await node.redis.xrange(sharedStream, '-', '+')) {
    const entry = sharedEntry.parse(JSON.parse(json));
    if (entry.kind !== 'board' || entry.roomCode !== lesson.roomCode) continue;
    for (const item of entry.items) last.set(keyOf(item), item);
  }
  const stamps = (items: Iterable<BoardItem>) =>
    [...items]
      .map((item) => `${keyOf(item)} ${stampOf(item).version} ${stampOf(item).versionNonce}`)
      .sort((one, other) => (one < other ? -1 : 1));
  expect(stamps(last.values())).toEqual(stamps(clients[0]!.copy.settledItems().values()));
  for (const client of clients) client.close();
}, 120_000);

it('is brought back by those who have it when Redis has lost it', async () => {
  const [mentoring, learning] = twoClaims();
  const [asha, ravi] = [learning, mentoring].map(
    (of) =>
      new BoardClient(
        () => node.url,
        () => node.ticket(of),
      ),
  );
  for (const client of [asha!, ravi!]) client.goOnline();
  asha!.sync.edit([page('p1'), line('p1'), line('p1')]);
  await expect.poll(() => ravi!.copy.elements('p1').length, patiently).toBe(2);
  const { board } = ravi!;
  const keys = await node.redis.keys(`*board:${learning.roomCode}*`);
  expect(keys.length).toBeGreaterThan(0);
  await node.redis.del(keys);
  ravi!.goOffline();
  ravi!.goOnline();
  await expect.poll(() => ravi!.atRest, patiently).toBe(true);
  const late = new BoardClient(
    () => node.url,
    () => node.ticket({ ...learning, sub: randomUUID() }),
  );
  late.goOnline();
  await expect.poll(() => late.board, patiently).toBe(board);
  for (const client of [asha!, ravi!, late]) client.close();
}, 120_000);
