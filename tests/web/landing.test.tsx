// @vitest-environment happy-dom
import { createRoot, createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { Landing } from '../../api/contracts/landing.ts';
import type { Session } from '../../api/contracts/sessions.ts';
import { withSession } from '../../web/landing/queries.ts';
import { createSteadyOrder, keepOrder } from '../../web/ui/steadyOrder.ts';

const item = (id: string, note = '') => ({ id, note });

describe('a row under somebody’s hand (LIVE-2, reserved space)', () => {
  it('keeps its places: what has gone stays, what is new comes last', () => {
    const before = [item('a'), item('b'), item('c')];
    const now = [item('d'), item('c', 'fresh'), item('a')];
    expect(keepOrder(before, now)).toEqual([item('a'), item('b'), item('c', 'fresh'), item('d')]);
  });

  it('takes the new order once the hand has left', () => {
    createRoot((dispose) => {
      const [items, setItems] = createSignal([item('a'), item('b')]);
      const steady = createSteadyOrder(items);
      steady.hold(true);
      setItems([item('b'), item('a')]);
      expect(steady.items().map(({ id }) => id)).toEqual(['a', 'b']);
      steady.hold(false);
      expect(steady.items().map(({ id }) => id)).toEqual(['b', 'a']);
      dispose();
    });
  });
});

describe('the landing page hears that a lesson has changed (WEB-1)', () => {
  const mentor = { id: 'm', name: 'Asha', role: 'mentor' as const, pictureUrl: null };
  const rating = { average: null, count: 0 };
  const session: Session = {
    ...{
      id: 's',
      title: 'T',
      description: '',
      topics: [],
      domains: [],
      durationMinutes: 60,
      extendedMinutes: 0,
    },
    ...{ startsAt: '2026-11-21T18:00:00.000Z', endsAt: '2026-11-21T19:00:00.000Z' },
    ...{ capacity: 6, seatsLeft: 2, pricePaise: 0, state: 'scheduled', language: 'en' },
    mentor: { ...mentor, rating },
  };
  const known: Landing = {
    ...{ liveCount: 1, openCount: 3, mentorCount: 1, topSessions: [session] },
    bestMentors: [
      {
        ...{ ...mentor, rating, about: '', domains: [], skills: [], languages: [] },
        ...{ sessionsHeld: 0, isLive: false, nextSession: null },
      },
    ],
  };

  it('shows it in its place, counts it, and marks its mentor', () => {
    const next = withSession(known, { ...session, state: 'live', seatsLeft: 1 });
    expect(next.liveCount).toBe(2);
    expect(next.topSessions[0]).toMatchObject({ state: 'live', seatsLeft: 1 });
    expect(next.bestMentors[0]?.isLive).toBe(true);
    const over = withSession(next, { ...session, state: 'completed' });
    expect(over.liveCount).toBe(1);
    expect(over.bestMentors[0]?.isLive).toBe(false);
  });

  it('does not guess about a lesson that it does not show', () => {
    expect(withSession(known, { ...session, id: 'another', state: 'live' })).toBe(known);
  });
});
