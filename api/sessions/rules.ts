import type { ErrorCode } from '../contracts/errors.ts';
import type { SessionState } from '../contracts/sessions.ts';

export type SessionAct = 'goLive' | 'end' | 'cancel';

/** From which state each act leads where; everything else is refused. */
const transitions: Record<SessionAct, { from: SessionState; to: SessionState }> = {
  goLive: { from: 'scheduled', to: 'live' },
  end: { from: 'live', to: 'completed' },
  cancel: { from: 'scheduled', to: 'cancelled' },
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

/** Learners who are on their way are not sent back: cancelling closes so long before the start (LES-1). */
const cancelMinutesBefore = 5;

/** Why the mentor may not cancel now; null when they may. */
export function refuseCancelLesson(lesson: Pick<Lesson, 'state' | 'startsAt'>, now: Date): ErrorCode | null {
  if (lesson.state !== 'scheduled') return 'wrong_state';
  return now >= before(lesson.startsAt, cancelMinutesBefore) ? 'too_late' : null;
}

/** A lesson can grow by so much altogether. */
const longestExtensionMinutes = 60;

type Planned = Pick<Lesson, 'state' | 'startsAt' | 'endsAt'> & {
  durationMinutes: number;
  extendedMinutes: number;
};

/**
 * What a lesson's plan becomes when its mentor, who saw it end at `seenEnd`, adds to it; in overtime it is added to now.
 * `done` when the plan has grown by as much since.
 */
export function extension(
  lesson: Planned,
  { minutes, seenEnd }: { minutes: number; seenEnd: string },
  now: Date,
): Pick<Planned, 'endsAt' | 'durationMinutes' | 'extendedMinutes'> | 'done' | { refused: ErrorCode } {
  if (lesson.state !== 'live') return { refused: 'wrong_state' };
  const [endMs, seenMs] = [Date.parse(lesson.endsAt), Date.parse(seenEnd)];
  if (endMs !== seenMs) return endMs >= seenMs + minutes * minuteMs ? 'done' : { refused: 'conflict' };
  const startMs = Date.parse(lesson.startsAt);
  const untilNow = Math.ceil((now.getTime() - startMs) / minuteMs);
  const durationMinutes = Math.max(lesson.durationMinutes, untilNow) + minutes;
  const extendedMinutes = lesson.extendedMinutes + durationMinutes - lesson.durationMinutes;
  if (extendedMinutes > longestExtensionMinutes) return { refused: 'too_late' };
  const endsAt = new Date(startMs + durationMinutes * minuteMs).toISOString();
  return { endsAt, durationMinutes, extendedMinutes };
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
