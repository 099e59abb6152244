import { User } from '../accounts/index.ts';
import type { Caller } from '../accounts/index.ts';
import { sessionAttendance, type SessionAttendance } from '../contracts/attendance.ts';
import { idParam } from '../contracts/common.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { type SeatBook, standIn } from '../sessions/index.ts';
import { attendanceOf } from './attendanceOf.ts';
import { maySeeStay } from './policy.ts';
import { presentMs, stays } from './rules.ts';

export function attendanceRoutes(services: Pick<Services, 'knex' | 'now'>, seats: SeatBook): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/sessions/{id}/attendance',
      tag: 'sessions',
      summary: 'Who was in a lesson’s room, from when to when; learners see the mentor and themselves',
      access: 'signedIn',
      params: idParam,
      answer: sessionAttendance,
      handle: ({ me, params }) => findAttendance(services, seats, me, params.id),
    }),
  ];
}

async function findAttendance(
  { knex, now }: Pick<Services, 'knex' | 'now'>,
  seats: SeatBook,
  me: Caller,
  sessionId: string,
): Promise<SessionAttendance> {
  const { lesson, standing } = await standIn(knex, seats, me, sessionId);
  if (!standing) throw new Refusal('forbidden');
  const isMentor = (userId: string) => userId === lesson.mentorId;
  const seen = (await attendanceOf(knex, sessionId, now())).filter(({ userId }) =>
    maySeeStay({ userId: me.userId, standing }, { userId, isMentor: isMentor(userId) }),
  );
  const people = await User.query(knex).findByIds(seen.map(({ userId }) => userId));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    people: seen.flatMap(({ userId, intervals }) => {
      const name = names.get(userId);
      if (name === undefined) return [];
      const seconds = Math.round(presentMs(intervals) / 1000);
      return [{ user: { id: userId, name }, isMentor: isMentor(userId), seconds, stays: stays(intervals) }];
    }),
  };
}
