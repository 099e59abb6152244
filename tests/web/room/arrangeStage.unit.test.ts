import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrangeStage,
  layoutModes,
  ownerOf,
  primaryOf,
  self,
  tileKey,
  type Scene,
} from '../../../web/room/arrangeStage.ts';
import { formatLength } from '../../../web/room/lessonClock.ts';

type Person = Scene['people'][number];
const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ id: `peer-${index + 1}`, role: 'learner' }));
const scene = (over: Partial<Scene> = {}): Scene => ({
  mode: 'auto',
  ownRole: 'learner',
  people: [],
  sharing: [],
  swapped: false,
  hideSelf: false,
  page: 0,
  fits: { grid: 16, small: 5 },
  ...over,
});
const mentorAnd = (count: number): Person[] => [...people(count), { id: 'mentor', role: 'mentor' }];
const placed = (over: Partial<Scene>) => {
  const { layout, shown } = arrangeStage(scene(over));
  return { layout, places: Object.fromEntries(shown.map(({ tile, place }) => [tile, place])) };
};
const mainOf = (over: Partial<Scene>) =>
  arrangeStage(scene(over)).shown.find(({ place }) => place === 'main')?.tile;
const own = tileKey(self, 'camera');

describe('one and two (ROOM-6)', () => {
  test('alone one fills the stage, even who hides their picture', () => {
    expect(placed({})).toEqual({ layout: 'one', places: { 'self/camera': 'main' } });
    expect(placed({ hideSelf: true })).toEqual({ layout: 'one', places: { 'self/camera': 'main' } });
  });

  test('of two the other is large and oneself lies over it, or beside it', () => {
    const places = { 'peer-1/camera': 'main', 'self/camera': 'over' };
    expect(placed({ people: people(1) })).toEqual({ layout: 'over', places });
    expect(placed({ people: people(1), mode: 'side' })).toEqual({
      layout: 'beside',
      places: { 'peer-1/camera': 'main', 'self/camera': 'side' },
    });
    expect(placed({ people: people(1), hideSelf: true })).toEqual({
      layout: 'one',
      places: { 'peer-1/camera': 'main' },
    });
  });

  test('a swap makes oneself the large one; a pin is stronger', () => {
    expect(mainOf({ people: people(1), swapped: true })).toBe(own);
    expect(mainOf({ people: people(1), swapped: true, pinned: 'peer-1/camera' })).toBe('peer-1/camera');
  });
});

describe('groups (ROOM-6)', () => {
  test('stand in a grid while they fit on a page, else beside who speaks', () => {
    expect(placed({ people: people(5) }).layout).toBe('grid');
    const many = { people: mentorAnd(6), fits: { grid: 6, small: 4 } };
    expect(placed(many).layout).toBe('beside');
    expect(mainOf(many)).toBe('mentor/camera');
    expect(mainOf({ ...many, speakerId: 'peer-3' })).toBe('peer-3/camera');
  });

  test('side by side keeps the mentor large, whoever speaks; the mentor sees the learner', () => {
    expect(mainOf({ people: mentorAnd(3), mode: 'side', speakerId: 'peer-2' })).toBe('mentor/camera');
    expect(primaryOf({ people: people(2), ownRole: 'mentor' })).toBe('peer-1');
    expect(mainOf({ people: mentorAnd(3), mode: 'speaker', speakerId: 'peer-2' })).toBe('peer-2/camera');
  });

  test('a pin takes who it is out of the grid', () => {
    const pinned = { people: people(4), mode: 'grid' as const, pinned: 'peer-3/camera' as const };
    expect(placed(pinned).layout).toBe('beside');
    expect(mainOf(pinned)).toBe('peer-3/camera');
  });
});

test('the latest shared screen takes the stage, everybody else stands beside it; one may choose another', () => {
  const two = { people: people(2), sharing: ['peer-2', 'peer-1', 'self'] };
  expect(placed({ people: people(2), sharing: ['self', 'peer-2'] })).toEqual({
    layout: 'beside',
    places: {
      'peer-2/screen': 'main',
      'self/screen': 'side',
      'peer-1/camera': 'side',
      'peer-2/camera': 'side',
      'self/camera': 'side',
    },
  });
  // One sees one's own screen already.
  expect(mainOf(two)).toBe('peer-1/screen');
  expect(mainOf({ ...two, pinned: 'peer-2/screen' })).toBe('peer-2/screen');
  expect(mainOf({ people: people(1), sharing: ['self'] })).toBe('self/screen');
});

const anyScene = fc
  .record({
    mode: fc.constantFrom(...layoutModes),
    ownRole: fc.constantFrom('mentor' as const, 'learner' as const),
    count: fc.nat(50),
    sharing: fc.uniqueArray(fc.nat(50), { maxLength: 4 }),
    sharesToo: fc.boolean(),
    speaker: fc.option(fc.nat(60)),
    pinned: fc.option(fc.tuple(fc.nat(60), fc.constantFrom('camera' as const, 'screen' as const))),
    swapped: fc.boolean(),
    hideSelf: fc.boolean(),
    page: fc.nat(60),
    fits: fc.record({ grid: fc.integer({ min: 1, max: 16 }), small: fc.integer({ min: 1, max: 8 }) }),
  })
  .map(({ count, sharing, sharesToo, speaker, pinned, ...rest }): Scene => {
    const there = people(count);
    const idOf = (index: number) => (index === 0 ? self : `peer-${index}`);
    return {
      ...rest,
      people: there,
      sharing: [...sharing.flatMap((index) => there[index]?.id ?? []), ...(sharesToo ? [self] : [])],
      speakerId: speaker === null ? undefined : idOf(speaker + 1),
      pinned: pinned ? tileKey(idOf(pinned[0]), pinned[1]) : undefined,
    };
  });

describe('whatever comes', () => {
  test('every picture is on exactly one page, oneself and the main one on each', () => {
    fc.assert(
      fc.property(anyScene, (any) => {
        const first = arrangeStage({ ...any, page: 0 });
        const pages = Array.from({ length: first.pages }, (_, page) => arrangeStage({ ...any, page }));
        const main = first.shown.find(({ place }) => place === 'main')?.tile;
        for (const tile of first.tiles) {
          const times = pages.filter(({ placeOf }) => placeOf(tile) !== 'away').length;
          expect(times, tile).toBe(tile === own || tile === main ? first.pages : 1);
        }
        for (const { shown, tiles } of pages) {
          expect(new Set(shown.map(({ tile }) => tile)).size).toBe(shown.length);
          expect(tiles).toEqual(first.tiles);
          const most = Math.max(2, first.layout === 'grid' ? any.fits.grid : any.fits.small);
          expect(shown.filter(({ place }) => place !== 'main').length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  test('one sees oneself unless one hides it, and everybody has a tile', () => {
    fc.assert(
      fc.property(anyScene, (any) => {
        const { tiles, placeOf } = arrangeStage(any);
        const hidden = any.hideSelf && any.people.length + any.sharing.length > 0;
        expect(tiles.includes(own)).toBe(!hidden);
        if (!hidden) expect(placeOf(own)).not.toBe('away');
        for (const { id } of any.people) expect(tiles).toContain(tileKey(id, 'camera'));
      }),
    );
  });

  test('what is pinned and there is the main one', () => {
    fc.assert(
      fc.property(anyScene, (any) => {
        const { tiles, placeOf } = arrangeStage(any);
        if (any.pinned && tiles.includes(any.pinned)) expect(placeOf(any.pinned)).toBe('main');
      }),
    );
  });
});

test('a tile knows its owner', () => {
  expect(ownerOf(tileKey('peer-1', 'screen'))).toBe('peer-1');
});

test.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [272_900, '04:32'],
  [3_600_000 + 272_000, '1:04:32'],
])('a length of %i ms reads %s', (lengthMs, text) => {
  expect(formatLength(lengthMs)).toBe(text);
});
