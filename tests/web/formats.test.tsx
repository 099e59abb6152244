// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDayAndTime,
  formatRelative,
  formatRupees,
  formatWhen,
  isToday,
} from '../../web/lib/formats.ts';
import { fromLocalInput, nextQuarter, toLocalInput } from '../../web/lib/zone.ts';

const at = (local: string) => new Date(local).toISOString();
const noon = new Date('2025-11-22T12:00:00').getTime();

describe('rupees', () => {
  it('groups by lakh and shows paise only where there are some', () => {
    expect(formatRupees(1_00_000_00)).toBe('₹1,00,000');
    expect(formatRupees(450_50)).toBe('₹450.50');
    expect(formatRupees(450_00, { paise: true })).toBe('₹450.00');
    expect(formatRupees(0)).toBe('₹0');
  });
});

describe('days in the reader’s zone', () => {
  it('says today and tomorrow by the calendar, not by 24 hours', () => {
    expect(formatDay(at('2025-11-22T23:59'), noon)).toBe('Today');
    expect(formatDay(at('2025-11-23T00:01'), noon)).toBe('Tomorrow');
    expect(formatDay(at('2025-11-21T23:59'), noon)).toBe('Yesterday');
    expect(formatDay(at('2025-11-25T10:00'), noon)).toBe('Tue 25 Nov');
    expect(isToday(at('2025-11-22T00:00'), noon)).toBe(true);
    expect(isToday(at('2025-11-23T00:00'), noon)).toBe(false);
  });
  it('joins day and time, lower case within a sentence', () => {
    expect(formatDayAndTime(at('2025-11-22T18:30'), noon)).toBe('Today, 18:30');
    expect(formatWhen(at('2025-11-22T18:30'), noon)).toBe('today at 18:30');
  });
});

describe('relative times', () => {
  it.each([
    [at('2025-11-22T11:55'), '5 minutes ago'],
    [at('2025-11-22T14:00'), 'in 2 hours'],
    [at('2025-11-22T12:00:30'), 'now'],
    [at('2025-11-26T12:00'), 'in 4 days'],
  ])('%s is %s', (iso, words) => expect(formatRelative(iso, noon)).toBe(words));
});

describe('local input values', () => {
  it('go there and back to the minute', () => {
    expect(toLocalInput(at('2025-03-09T07:05'))).toBe('2025-03-09T07:05');
    expect(fromLocalInput('2025-03-09T07:05')).toBe(at('2025-03-09T07:05'));
  });
  it('are empty while incomplete', () => expect(fromLocalInput('')).toBe(''));
  it('begin at the first quarter of an hour that leaves ten minutes', () => {
    expect(nextQuarter(new Date('2025-11-22T12:01').getTime())).toBe(at('2025-11-22T12:15'));
    expect(nextQuarter(new Date('2025-11-22T12:06').getTime())).toBe(at('2025-11-22T12:30'));
    expect(nextQuarter(new Date('2025-11-22T12:05').getTime())).toBe(at('2025-11-22T12:15'));
  });
});
