import { describe, expect, test } from 'vitest';
import { sessionState } from '../../api/contracts/sessions.ts';
import { afterAct, opensAt, refuseEntry, refuseGoLive, type SessionAct } from '../../api/sessions/rules.ts';

const windows = { goLiveMinutesBefore: 15, enterMinutesBefore: 5 };
const lesson = {
  state: 'scheduled' as const,
  startsAt: '2026-12-01T10:00:00.000Z',
  endsAt: '2026-12-01T11:00:00.000Z',
  liveAt: null,
};
const at = (time: string) => new Date(`2026-12-01T${time}Z`);

describe('states of a lesson', () => {
  const allowed: Record<SessionAct, Record<string, string>> = {
    goLive: { scheduled: 'live' },
    end: { live: 'completed' },
    cancel: { scheduled: 'cancelled' },
  };
  for (const act of Object.keys(allowed) as SessionAct[]) {
    test.each(sessionState.options)(`${act} from %s`, (state) => {
      const to = allowed[act][state];
      expect(afterAct(state, act)).toEqual(to ? { to } : { refused: 'wrong_state' });
    });
  }
});

describe('windows in time', () => {
  test.each([
    ['09:44:59.999', 'too_early'],
    ['09:45:00.000', null],
    ['10:59:59.999', null],
    ['11:00:00.000', 'too_late'],
  ])('the mentor going live at %s: %s', (time, reason) => {
    expect(refuseGoLive(lesson, at(time), windows)).toBe(reason);
  });

  test.each([
    ['09:54:59.999', 'too_early'],
    ['09:55:00.000', null],
    ['11:00:00.000', 'too_late'],
  ])('a learner entering at %s: %s', (time, reason) => {
    expect(refuseEntry(lesson, 'learner', at(time), windows)).toBe(reason);
  });

  test('a live lesson is open to all of its people, also over its time', () => {
    for (const role of ['mentor', 'learner', 'admin'] as const)
      expect(refuseEntry({ ...lesson, state: 'live' }, role, at('11:20:00.000'), windows)).toBeNull();
  });

  test('a room opens to its learners when the mentor is live, if that is sooner', () => {
    expect(opensAt(lesson, 'learner', windows)).toBe('2026-12-01T09:55:00.000Z');
    const live = { ...lesson, state: 'live' as const, liveAt: '2026-12-01T09:46:00.000Z' };
    expect(opensAt(live, 'learner', windows)).toBe(live.liveAt);
    expect(opensAt({ ...live, liveAt: '2026-12-01T10:03:00.000Z' }, 'learner', windows)).toBe(
      '2026-12-01T09:55:00.000Z',
    );
    expect(opensAt(lesson, 'mentor', windows)).toBe('2026-12-01T09:45:00.000Z');
  });
});
