import { booking } from '../../../api/contracts/bookings.ts';
import { roomTicket, session } from '../../../api/contracts/sessions.ts';
import { openPerson, shared } from './people.ts';
import { callApiAs } from './callApi.ts';
import { freeCalendar } from './freeCalendar.ts';
import { enter } from './enter.ts';
import { expectToSeeAndHear } from './mediaStats.ts';

export { enter };

/** A lesson with its learner's seat booked, not live yet. */
export async function makeLesson(title: string, startsInMs = 60_000) {
  const [asMentor, asLearner] = await Promise.all([
    callApiAs(shared.url, 'mentor'),
    callApiAs(shared.url, 'learner'),
  ]);
  await freeCalendar(asMentor);
  const made = session.parse(
    await asMentor('POST', '/api/sessions', {
      title,
      topics: ['Iterators', 'Generators'],
      startsAt: new Date(Date.now() + startsInMs).toISOString(),
      durationMinutes: 15,
    }),
  );
  const seat = booking.parse(await asLearner('POST', '/api/bookings', { sessionId: made.id }));
  if (!seat.roomCode) throw new Error('a confirmed seat has a room code');
  return {
    sessionId: made.id,
    learnerId: seat.learner.id,
    path: `/session/${seat.roomCode}`,
    /** A learner's entrance beside their page. */
    learnersTicket: async () => roomTicket.parse(await asLearner('POST', `/api/sessions/${made.id}/ticket`)),
    goLive: () => asMentor('POST', `/api/sessions/${made.id}/live`),
    end: () => asMentor('POST', `/api/sessions/${made.id}/end`),
  };
}

export async function makeLiveLesson(title: string) {
  const lesson = await makeLesson(title);
  await lesson.goLive();
  return lesson;
}

/** Mentor and learner in a running lesson, seeing and hearing each other. */
export async function openLesson(title: string) {
  const lesson = await makeLiveLesson(title);
  const [mentor, learner] = await Promise.all([openPerson('mentor'), openPerson('learner')]);
  await Promise.all([enter(mentor.page, lesson.path), enter(learner.page, lesson.path)]);
  await Promise.all([expectToSeeAndHear(mentor.page), expectToSeeAndHear(learner.page)]);
  return {
    ...lesson,
    mentor,
    learner,
    async close() {
      await lesson.end();
      await Promise.all([mentor.close(), learner.close()]);
    },
  };
}
