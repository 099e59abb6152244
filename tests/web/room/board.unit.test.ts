import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { boardLimits, keyOf, type BoardElement, type BoardItem } from '../../../media/contracts/board.ts';
import { BoardCopy } from '../../../web/room/board/engine/BoardCopy.ts';
import { BoardMoments } from '../../../web/room/board/engine/BoardMoments.ts';
import { BoardTimeline } from '../../../web/room/board/engine/BoardTimeline.ts';
import { packElement, unpackElement } from '../../../web/room/board/engine/packElement.ts';
import { followStroke, tellStroke } from '../../../web/room/board/engine/strokes.ts';

const element = (changes: Partial<BoardElement> = {}): BoardElement => ({
  ...{ id: 'one', type: 'freedraw', version: 1, versionNonce: 5, isDeleted: false, index: 'a1' },
  ...{ x: 1.23456, y: 2, width: 10, height: 10, points: [[0, 0], [1.239, 4]] },
  ...changes,
}); // prettier-ignore
const item = (changes: Partial<BoardElement> = {}): BoardItem & { kind: 'element' } => ({
  kind: 'element',
  pageId: 'p1',
  element: element(changes),
});
const copyOf = () => new BoardCopy(() => undefined);
const contents = (copy: BoardCopy) => JSON.stringify([...copy.settledItems()].sort());

describe('copies of a board (ROOM-9)', () => {
  it('agree whatever the order in which they hear of changes', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      version: fc.integer({ min: 1, max: 4 }),
      versionNonce: fc.integer({ min: 0, max: 3 }),
      isDeleted: fc.boolean(),
    });
    const changes = fc.uniqueArray(change, {
      selector: (one) => `${one.id} ${one.version} ${one.versionNonce}`,
    });
    const page = (about: { id: string; version: number; versionNonce: number; isDeleted: boolean }) =>
      ({ kind: 'page', page: { ...about, name: 'x', index: 'a1' } }) as const;
    fc.assert(
      fc.property(
        changes.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([one, other]) => {
          const boards = [one, other].map((order) => {
            const copy = copyOf();
            for (const about of order) copy.keep([item(about), page(about)]);
            return contents(copy);
          });
          expect(boards[0]).toBe(boards[1]);
        },
      ),
    );
  });

  it('keep what was drawn here above what is kept, until it is kept or someone was newer', () => {
    const copy = copyOf();
    copy.edit([item({ version: 2 })]);
    copy.keep([item({ version: 1 })]);
    expect(copy.pending).toEqual([item({ version: 2 })]);
    copy.acknowledge([copy.pending[0]!]);
    expect(copy.pending).toEqual([]);
    copy.edit([item({ version: 3 })]);
    copy.keep([item({ version: 3, versionNonce: 4 })]);
    expect(copy.pending).toEqual([]);
    expect(copy.settled('e:one')).toEqual(item({ version: 3, versionNonce: 4 }));
  });

  it('make a change of what someone else has changed meanwhile the newer one', () => {
    const copy = copyOf();
    copy.keep([item({ version: 9 })]);
    const [edited] = copy.edit([item({ version: 4, x: 77 })]);
    expect(edited).toMatchObject({ element: { version: 10, x: 77 } });
  });

  it('show what moves under a hand, and let go of it', () => {
    const copy = copyOf();
    copy.keep([item()]);
    copy.move('asha', 'p1', element({ version: 2, x: 50 }), 1);
    expect(copy.elements('p1')[0]).toMatchObject({ x: 50 });
    expect(copy.settled('e:one')).toEqual(item());
    copy.endMoves(({ userId }) => userId === 'asha');
    expect(copy.elements('p1')).toEqual([element()]);
    copy.move('asha', 'p1', element({ version: 2, x: 50 }), 1);
    copy.keep([item({ version: 3, x: 60 })]);
    expect(copy.elements('p1')[0]).toMatchObject({ x: 60 });
  });

  it('know everything once more to be kept when the board was lost', () => {
    const copy = copyOf();
    copy.keep([item(), item({ id: 'two' })]);
    copy.forgetKept();
    expect(copy.pending.map(keyOf)).toEqual(['e:one', 'e:two']);
  });

  it('do not bring a removed page back, nor its removal, which is not for everybody', () => {
    const copy = copyOf();
    const page = { id: 'p2', version: 2, versionNonce: 1, name: '', index: 'b1' };
    copy.keep([{ kind: 'page', page: { ...page, isDeleted: true } }, item()]);
    copy.forgetKept();
    expect(copy.pending.map(keyOf)).toEqual(['e:one']);
    expect(copy.pages()).toEqual([]);
  });
});

describe('what goes over the line (ROOM-9)', () => {
  it('is without what is usual, and whole again', () => {
    const whole = unpackElement(packElement(element()));
    expect(whole).toMatchObject({ opacity: 100, strokeWidth: 2, x: 1.23, points: [[0, 0], [1.24, 4]] }); // prettier-ignore
    expect(packElement(whole)).toEqual(packElement(element()));
    expect(packElement({ ...element({ opacity: 50 }), updated: 1 } as BoardElement)).toMatchObject({
      opacity: 50,
    });
    expect(packElement(element({ isDeleted: true }))).not.toHaveProperty('points');
  });

  it('is never larger than one item may be', () => {
    const points = Array.from({ length: 40_000 }, (_, at) => [at, at / 3]);
    for (const large of [element({ points }), element({ type: 'text', text: 'अ'.repeat(200_000) })])
      expect(
        JSON.stringify({ kind: 'element', pageId: 'p1', element: packElement(large) }).length,
      ).toBeLessThan(boardLimits.itemLength);
  });

  it('tells of a growing line its new points alone, and is followed', () => {
    const before = packElement(element());
    const now = packElement(element({ version: 2, points: [[0, 0], [1.239, 4], [3, 3]] })); // prettier-ignore
    const stroke = tellStroke(before, now);
    expect(stroke.points).toEqual({ from: 2, added: [[3, 3]] });
    expect(stroke.changes).not.toHaveProperty('points');
    expect(followStroke(before, stroke)).toEqual(now);
    // Who missed a moment waits for the next whole state.
    expect(followStroke(packElement(element({ version: 7 })), stroke)).toBeUndefined();
    expect(followStroke(undefined, tellStroke(undefined, now))).toEqual(now);
    expect(
      followStroke(undefined, { ...tellStroke(undefined, now), changes: { type: 'iframe' } }),
    ).toBeUndefined();
  });
});

describe('a board at a moment of its lesson (ROOM-9, ROOM-17)', () => {
  const page = (id: string, isDeleted = false): BoardItem => ({
    kind: 'page',
    page: { id, version: isDeleted ? 2 : 1, versionNonce: 1, isDeleted, name: id, index: `b${id}` },
  });
  const ids = (timeline: BoardTimeline) => timeline.elements('p1').map(({ id, x }) => [id, x]);

  it('goes on, back, and on again as it is loaded', () => {
    const timeline = new BoardTimeline();
    timeline.add([
      { position: 1_000, item: item({ id: 'a', x: 1 }) },
      { position: 2_000, item: item({ id: 'b', x: 1 }) },
      { position: 2_000, item: page('two') },
    ]);
    expect(timeline.goTo(999)).toEqual([]);
    expect(timeline.goTo(1_500)).toHaveLength(1);
    expect(ids(timeline)).toEqual([['a', 1]]);
    expect(timeline.pages()).toEqual([]);
    expect(timeline.goTo(9_000)).toHaveLength(2);
    // What comes later over the line belongs to a moment that is passed already.
    timeline.add([
      { position: 3_000, item: item({ id: 'a', x: 7, version: 2 }) },
      { position: 4_000, item: item({ id: 'b', version: 2, isDeleted: true }) },
      { position: 5_000, item: page('two', true) },
    ]);
    expect(timeline.goTo(9_000)).toHaveLength(3);
    expect(ids(timeline)).toEqual([['a', 7]]);
    expect(timeline.pages()).toEqual([]);
    expect(timeline.goTo(2_500)).toEqual([item({ id: 'a', x: 1 }), item({ id: 'b', x: 1 }), page('two')]);
    expect(ids(timeline)).toEqual([['a', 1], ['b', 1]]); // prettier-ignore
    expect(timeline.pages().map(({ id }) => id)).toEqual(['two']);
    expect(timeline.lastPageId).toBe('two');
    expect(timeline.ever('p1').map(({ id, x }) => [id, x])).toEqual([['a', 7], ['b', 1]]); // prettier-ignore
  });

  it('tells of each thing once what it is now, whatever happened to it on the way, and what is gone again', () => {
    const timeline = new BoardTimeline();
    const drawn = item({ id: 'b' });
    const removed = item({ id: 'a', version: 2, isDeleted: true });
    timeline.add([
      { position: 1_000, item: item({ id: 'a' }) },
      { position: 2_000, item: removed },
      { position: 3_000, item: drawn },
    ]);
    expect(timeline.goTo(9_000)).toEqual([removed, drawn]);
    expect(timeline.goTo(9_500)).toEqual([]);
    expect(timeline.goTo(1_500)).toEqual([item({ id: 'a' }), { ...drawn, element: { ...drawn.element, isDeleted: true } }]); // prettier-ignore
    expect(timeline.goTo(500)).toEqual([item({ id: 'a', isDeleted: true })]);
    expect(timeline.goTo(3_000)).toEqual([removed, drawn]);
  });
});

describe('people at the board (ROOM-9)', () => {
  it('tell who has just come where they are and what they see, and keep their hand while they scroll', async () => {
    const told: unknown[] = [];
    const mine = new BoardMoments({
      copy: copyOf(),
      ask: (_, data) => {
        told.push(data);
        return Promise.resolve({} as never);
      },
      canTell: () => true,
      onPresence: () => undefined,
    });
    const view = { x: 1, y: 2, width: 300, height: 200 };
    const pointer = { x: 5, y: 6, laser: false, pressed: false };
    mine.tell('p1', { pointer });
    mine.tell('p1', { view });
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ pageId: 'p1', pointer, view, strokes: [] }));
    const count = told.length;
    const moment = { pageId: 'p1', pointer: null, strokes: [] };
    for (let time = 0; time < 2; time += 1) mine.heard({ userId: 'asha', name: 'Asha', moment });
    await vi.waitFor(() => expect(told).toHaveLength(count + 1));
    expect(told.at(-1)).toEqual({ pageId: 'p1', pointer, view, strokes: [] });
    mine.close();
  });
});
