import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptClock } from '../../media/contracts/clock.ts';
import { LessonClock } from '../../media/LessonClock.ts';

/** What a room tells its clock, so long after the last time; a machine's clock may be set back. */
const told = fc.record({
  afterMs: fc.integer({ min: 0, max: 600_000 }),
  together: fc.boolean(),
  dropped: fc.boolean(),
});
const manyTold = fc.array(told, { maxLength: 40 });

const start = Date.parse('2026-11-21T10:00:00.000Z');

describe('the lesson’s clock (ROOM-11)', () => {
  it('counts exactly the time together, and what was lost since they began', () => {
    fc.assert(
      fc.property(manyTold, (steps) => {
        const clock = new LessonClock(start);
        let [at, elapsedMs, lostMs, started] = [start, 0, 0, false];
        let phase: 'running' | 'losing' | 'other' = 'other';
        for (const { afterMs, together, dropped } of steps) {
          at += afterMs;
          if (phase === 'running') elapsedMs += afterMs;
          if (phase === 'losing') lostMs += afterMs;
          const changed = together !== (phase === 'running');
          expect(clock.tell(together, dropped, at)).toBe(changed);
          if (changed) phase = together ? 'running' : dropped ? 'losing' : 'other';
          started ||= together;
          const view = { elapsedMs, lostMs, running: together, started, losing: phase === 'losing' };
          expect(clock.view(at)).toEqual(view);
        }
      }),
    );
  });

  it('is the same when it is told everything twice, and asked in between', () => {
    fc.assert(
      fc.property(manyTold, (steps) => {
        const [once, twice] = [new LessonClock(start), new LessonClock(start)];
        let at = start;
        for (const { afterMs, together, dropped } of steps) {
          twice.view(at + Math.floor(afterMs / 2));
          at += afterMs;
          once.tell(together, dropped, at);
          twice.tell(together, dropped, at);
          twice.tell(together, !dropped, at);
        }
        expect(twice.view(at)).toEqual(once.view(at));
      }),
    );
  });

  it('never runs backwards, even where the machine’s clock is set back', () => {
    const jumping = fc.array(fc.tuple(fc.integer({ min: -900_000, max: 900_000 }), told), { maxLength: 40 });
    fc.assert(
      fc.property(jumping, (steps) => {
        const clock = new LessonClock(start);
        let at = start;
        let before = clock.view(at);
        for (const [jumpMs, { together, dropped }] of steps) {
          at += jumpMs;
          clock.tell(together, dropped, at);
          const now = clock.view(at);
          expect(now.elapsedMs).toBeGreaterThanOrEqual(before.elapsedMs);
          expect(now.lostMs).toBeGreaterThanOrEqual(before.lostMs);
          before = now;
        }
      }),
    );
  });

  it('goes on after its node died: nothing is counted twice, and what is missing was lost', () => {
    fc.assert(
      fc.property(manyTold, fc.integer({ min: 0, max: 600_000 }), (steps, awayMs) => {
        const clock = new LessonClock(start);
        let at = start;
        for (const { afterMs, together, dropped } of steps) clock.tell(together, dropped, (at += afterMs));
        const kept = clock.keep(at);
        const next = LessonClock.restore(keptClock.parse(JSON.parse(JSON.stringify(kept))));
        const view = next.view(at + awayMs);
        expect(view.running).toBe(false);
        expect(view.elapsedMs).toBe(kept.elapsedMs);
        expect(view.lostMs).toBe(kept.lostMs + (kept.running || kept.losing ? awayMs : 0));
        expect(view.started).toBe(kept.started);
      }),
    );
  });
});
