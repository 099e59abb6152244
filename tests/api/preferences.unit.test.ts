import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../api/preferences/rules.ts';

const over = (from: string, to: string, timeZone: string) => (at: string) =>
  quietUntil(new Date(at), { timeZone, quietHours: { from, to } })?.toISOString() ?? null;

describe('quiet hours (LIVE-3)', () => {
  test('over midnight in India, whose zone is half an hour off', () => {
    const until = over('22:30', '07:00', 'Asia/Kolkata');
    expect(until('2026-11-21T16:59:59.000Z')).toBeNull();
    expect(until('2026-11-21T17:00:00.000Z')).toBe('2026-11-22T01:30:00.000Z');
    expect(until('2026-11-21T20:15:42.123Z')).toBe('2026-11-22T01:30:00.000Z');
    expect(until('2026-11-22T01:29:59.999Z')).toBe('2026-11-22T01:30:00.000Z');
    expect(until('2026-11-22T01:30:00.000Z')).toBeNull();
  });

  test('within a day', () => {
    const until = over('13:00', '15:00', 'Europe/London');
    expect(until('2026-07-01T11:59:00.000Z')).toBeNull();
    expect(until('2026-07-01T12:30:00.000Z')).toBe('2026-07-01T14:00:00.000Z');
    expect(until('2026-12-01T12:30:00.000Z')).toBeNull();
    expect(until('2026-12-01T13:30:00.000Z')).toBe('2026-12-01T15:00:00.000Z');
  });

  test('in New York, through the night in which the clock is put forward and the one in which it is put back', () => {
    const until = over('22:00', '07:00', 'America/New_York');
    expect(until('2026-03-08T03:00:00.000Z')).toBe('2026-03-08T11:00:00.000Z');
    expect(until('2026-11-01T02:00:00.000Z')).toBe('2026-11-01T12:00:00.000Z');
  });

  test('that end within the hour that is left out are over when the clock jumps over it', () => {
    // London, 29 March 2026: 01:00 GMT is followed by 02:00 BST.
    expect(over('22:00', '01:30', 'Europe/London')('2026-03-29T00:30:00.000Z')).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  test('that end within the hour that comes twice are over the first time it is reached', () => {
    // London, 25 October 2026: 02:00 BST is followed by 01:00 GMT.
    const until = over('22:00', '01:30', 'Europe/London');
    expect(until('2026-10-24T23:00:00.000Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(until('2026-10-25T01:10:00.000Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  test('are none when none were chosen', () => {
    const at = new Date('2026-11-21T20:00:00.000Z');
    expect(quietUntil(at, { timeZone: 'Asia/Kolkata', quietHours: null })).toBeNull();
  });
});
