import type { ErrorCode } from '../contracts/errors.ts';
import type { SessionState } from '../contracts/sessions.ts';

export type SessionAct = 'goLive' | 'end';

/** From which state each act leads where; everything else is refused. */
const transitions: Record<SessionAct, { from: SessionState; to: SessionState }> = {
  goLive: { from: 'scheduled', to: 'live' },
  end: { from: 'live', to: 'completed' },
};

export interface LessonWindows {
  goLiveMinutesBefore: number;
  enterMinutesBefore: number;
}

interface Lesson {
  state: SessionState;
  startsAt: string;
  endsAt: string;
  liveAt: string | null;
}

const minuteMs = 60_000;
const before = (instant: string, minutes: number) => new Date(Date.parse(instant) - minutes * minuteMs);

/** The state after an act, or why it is refused. */
export function afterAct(
  state: SessionState,
  act: SessionAct,
): { to: SessionState } | { refused: ErrorCode } {
  const { from, to } = transitions[act];
  return state === from ? { to } : { refused: 'wrong_state' };
}

/** Why the mentor may not go live now; null when they may (LES-7). */
export function refuseGoLive(lesson: Lesson, now: Date, windows: LessonWindows): ErrorCode | null {
  if (now < before(lesson.startsAt, windows.goLiveMinutesBefore)) return 'too_early';
  if (now >= new Date(lesson.endsAt)) return 'too_late';
  return null;
}

/** From when a lesson's room is open to its mentor or a learner. */
export function opensAt(lesson: Lesson, role: 'mentor' | 'learner', windows: LessonWindows): string {
  if (role === 'mentor') return before(lesson.startsAt, windows.goLiveMinutesBefore).toISOString();
  const regular = before(lesson.startsAt, windows.enterMinutesBefore).toISOString();
  return lesson.liveAt && lesson.liveAt < regular ? lesson.liveAt : regular;
}

/** Why nobody of this role may enter the room now; null when they may. */
export function refuseEntry(
  lesson: Lesson,
  role: 'mentor' | 'learner' | 'admin',
  now: Date,
  windows: LessonWindows,
): ErrorCode | null {
  if (lesson.state === 'live') return null;
  if (lesson.state !== 'scheduled' || role === 'admin') return 'wrong_state';
  if (now >= new Date(lesson.endsAt)) return 'too_late';
  if (role === 'mentor') return 'wrong_state';
  return now < new Date(opensAt(lesson, 'learner', windows)) ? 'too_early' : null;
}
