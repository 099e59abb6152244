// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { formatDay, formatLanguage, formatRupees, formatTime, formatZone } from '../../web/lib/formats.ts';
import { setLocale } from '../../web/lib/locale.ts';
import { changeLocale } from '../../web/lib/text.ts';
import { fromLocalInput, showTimesIn, timeZone, toLocalInput } from '../../web/lib/zone.ts';

afterEach(() => {
  showTimesIn(undefined);
  setLocale('en');
});

describe('times are shown in the zone of the settings', () => {
  it.each([
    ['Asia/Kolkata', '2026-03-08T07:30:00.000Z', '13:00', 'IST'],
    ['Europe/London', '2026-03-29T00:59:00.000Z', '00:59', 'GMT'],
    ['Europe/London', '2026-03-29T01:00:00.000Z', '02:00', 'GMT+1'],
    ['America/New_York', '2026-03-08T06:59:00.000Z', '01:59', 'GMT-5'],
    ['America/New_York', '2026-03-08T07:00:00.000Z', '03:00', 'GMT-4'],
  ])('%s at %s is %s %s', (zone, iso, time, name) => {
    showTimesIn(zone);
    expect(formatTime(iso)).toBe(time);
    expect(formatZone(iso)).toBe(name);
  });

  it('today and tomorrow are days of that zone', () => {
    const iso = '2026-11-21T20:00:00.000Z';
    const noon = Date.parse('2026-11-21T12:00:00.000Z');
    showTimesIn('Asia/Kolkata');
    expect(formatDay(iso, noon)).toBe('Tomorrow');
    showTimesIn('Europe/London');
    expect(formatDay(iso, noon)).toBe('Today');
  });

  it('a zone that the browser does not know is left aside', () => {
    showTimesIn('Asia/Kolkata');
    showTimesIn('Mars/Olympus');
    expect(timeZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe('a time that is typed in means that zone’s', () => {
  it.each([
    ['Asia/Kolkata', '2026-11-21T18:30', '2026-11-21T13:00:00.000Z'],
    // Left out in spring: as much later.
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
    ['Europe/London', '2026-03-29T01:15', '2026-03-29T01:15:00.000Z'],
    // Twice in autumn: the first.
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00:00.000Z'],
  ])('%s %s is %s', (zone, typed, iso) => {
    showTimesIn(zone);
    expect(fromLocalInput(typed)).toBe(iso);
  });

  it('goes there and back', () => {
    for (const zone of ['Asia/Kolkata', 'Europe/London', 'America/New_York', 'Pacific/Kiritimati']) {
      showTimesIn(zone);
      expect(fromLocalInput(toLocalInput('2026-07-01T10:45:00.000Z'))).toBe('2026-07-01T10:45:00.000Z');
    }
  });
});

it('days, rupees and languages are said in Hindi to those who read it (WEB-11)', async () => {
  const noon = Date.parse('2026-11-21T12:00:00.000Z');
  await changeLocale('hi');
  showTimesIn('Asia/Kolkata');
  expect(formatDay('2026-11-22T12:00:00.000Z', noon)).toBe('कल');
  expect(formatRupees(1_00_000_00)).toBe('₹1,00,000');
  expect(formatLanguage('ta')).toBe('तमिल');
});
