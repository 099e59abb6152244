// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { queryOf } from '../../web/sessions/filterQuery.ts';
import { activeFilters, readFilters, without, writeFilters } from '../../web/sessions/filters.ts';
import { showTimesIn } from '../../web/lib/zone.ts';

/** 23:30 of 21 November in Kolkata, still the 21st in UTC. */
const nowMs = Date.parse('2026-11-21T18:00:00.000Z');
afterEach(() => showTimesIn(undefined));

describe('the address of a search (WEB-1)', () => {
  it('says all filters and reads them again', () => {
    const filters = {
      q: 'python',
      topic: 'Closures',
      domain: 'Programming',
      price: 500,
      when: 'dates',
      from: '2026-11-22',
      to: '2026-11-23',
      rating: 4.5,
      language: 'hi',
      mentor: '0b8f6a52-97e0-4c58-9f0a-3a2f5b1c7d10',
    } as const;
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('leaves out what nobody can mean', () => {
    const search = {
      q: '   ',
      topic: 'x'.repeat(81),
      price: '-3',
      when: 'yesterday',
      rating: '9',
      language: 'klingon',
      mentor: 'me',
      domain: ['Music', 'Art'],
      from: '2026-02-31',
    };
    expect(readFilters(search)).toEqual({ domain: 'Music' });
  });

  it('knows days only where days are asked for, and turns them round', () => {
    expect(readFilters({ when: 'today', from: '2026-11-22' })).toEqual({ when: 'today' });
    expect(readFilters({ when: 'dates', from: '2026-11-25', to: '2026-11-22' })).toMatchObject({
      from: '2026-11-22',
      to: '2026-11-25',
    });
  });

  it('counts each filter once, days as one, the words not', () => {
    expect(activeFilters({ q: 'a', when: 'dates', from: '2026-11-22', price: 'free' })).toEqual([
      'price',
      'when',
    ]);
    expect(activeFilters({ when: 'dates' })).toEqual([]);
    expect(without({ when: 'dates', from: '2026-11-22', q: 'a' }, 'when')).toMatchObject({
      q: 'a',
      when: undefined,
      from: undefined,
    });
  });
});

describe('what is asked of the API', () => {
  it('is rupees as paise, and free as free', () => {
    expect(queryOf({ price: 500 }, nowMs)).toMatchObject({ maxPricePaise: 50_000 });
    expect(queryOf({ price: 'free' }, nowMs)).toMatchObject({ price: 'free' });
  });

  it('means days of the reader’s zone', () => {
    showTimesIn('Asia/Kolkata');
    expect(queryOf({ when: 'today' }, nowMs)).toMatchObject({ until: '2026-11-21T18:30:00.000Z' });
    showTimesIn('America/New_York');
    expect(queryOf({ when: 'today' }, nowMs)).toMatchObject({ until: '2026-11-22T05:00:00.000Z' });
    expect(queryOf({ when: 'dates', from: '2026-11-22', to: '2026-11-22' }, nowMs)).toMatchObject({
      from: '2026-11-22T05:00:00.000Z',
      until: '2026-11-23T05:00:00.000Z',
    });
  });

  it('is what is live now, or the next seven days', () => {
    expect(queryOf({ when: 'now' }, nowMs)).toMatchObject({ liveNow: 'true' });
    expect(queryOf({ when: 'week' }, nowMs)).toMatchObject({ startsWithinHours: 168 });
  });
});
