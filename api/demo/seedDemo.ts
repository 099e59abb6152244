import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isUniqueViolation } from '../../config/isUniqueViolation.ts';
import { hashPassword, presentPerson, Profile, ProfileTopic, User } from '../accounts/index.ts';
import { Booking, bookSession, seatBook } from '../bookings/index.ts';
import { mentorChanged, topicKey } from '../catalogue/index.ts';
import { createSession as parseSession } from '../contracts/sessions.ts';
import { addReview } from '../reviews/index.ts';
import type { Services } from '../Services.ts';
import { createSession, endSession, goLive } from '../sessions/index.ts';
import { demoAccounts } from './accounts.ts';
import { type DemoLesson, demoLessons } from './lessons.ts';
import { demoLearners, type DemoMentor, demoMentors } from './mentors.ts';
import { type PastLesson, pastLessons } from './pastLessons.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

type Ids = ReadonlyMap<string, string>;

/**
 * Fills an empty database with people and lessons to try the product with; a database in use is left alone. Lessons
 * are made, booked, held and reviewed by the same use cases as anybody's, so that all figures follow from rows.
 */
export async function seedDemo(services: Services): Promise<void> {
  const { knex, now, logger } = services;
  if ((await User.query(knex).resultSize()) > 0) return;
  // Made before the transaction, which would hold up others for as long as the hashes take.
  const hashes = await Promise.all(demoAccounts.map(({ password }) => hashPassword(password)));
  const nobodyLogsIn = await hashPassword(randomUUID());
  const filling = knex.transaction(async (trx) => {
    const ids = await addPeople(trx, new Date(now().getTime() - 90 * dayMs), hashes, nobodyLogsIn);
    for (const lesson of pastLessons) await holdLesson(trx, services, lesson, ids);
    for (const lesson of demoLessons) await publish({ ...services, knex: trx }, lesson, ids, now());
    await forgetNews(trx);
  });
  try {
    await filling;
  } catch (error) {
    // Another api process filled the same empty database at the same time: e-mails are unique.
    if (!isUniqueViolation(error)) throw error;
    return;
  }
  logger.info({ lessons: demoLessons.length, held: pastLessons.length }, 'demo data added');
}

async function addPeople(
  trx: Knex.Transaction,
  since: Date,
  hashes: string[],
  nobodyLogsIn: string,
): Promise<Ids> {
  const createdAt = since.toISOString();
  const accounts = demoAccounts.map(({ role, name, email }, index) => {
    return { role, name, email, passwordHash: hashes[index] ?? nobodyLogsIn };
  });
  const others = [
    ...demoMentors.map(({ name, email }) => ({ role: 'mentor' as const, name, email })),
    ...demoLearners.map(({ name, email }) => ({ role: 'learner' as const, name, email })),
  ].map((person) => ({ ...person, passwordHash: nobodyLogsIn }));
  const ids = new Map<string, string>();
  for (const person of [...accounts, ...others]) {
    if (ids.has(person.email)) continue;
    const id = randomUUID();
    await User.query(trx).insert({ ...person, id, createdAt });
    ids.set(person.email, id);
  }
  for (const mentor of demoMentors) await addProfile(trx, idOf(ids, mentor.email), mentor);
  return ids;
}

async function addProfile(trx: Knex.Transaction, userId: string, mentor: DemoMentor) {
  const { bio, languages, domains, skills } = mentor;
  await Profile.query(trx).insert({ userId, goals: '', bio, languages });
  for (const [kind, titles] of [
    ['domain', domains],
    ['skill', skills],
  ] as const)
    for (const [position, title] of titles.entries())
      await ProfileTopic.query(trx).insert({ userId, kind, position, title, key: topicKey(title) });
  await mentorChanged(trx, presentPerson(await User.query(trx).findById(userId).throwIfNotFound()));
}

/** Publishes a lesson by the clock of the services. */
async function publish(services: Services, lesson: DemoLesson, ids: Ids, today: Date) {
  const { mentorEmail, when, ...fields } = lesson;
  const startsAt = startOf(when, today).toISOString();
  // PastLesson has reviews besides; the contract leaves them out.
  return createSession(services, idOf(ids, mentorEmail), parseSession.parse({ ...fields, startsAt }));
}

/** A lesson as it went: published two days before, booked, held to its end, and reviewed. */
async function holdLesson(trx: Knex.Transaction, services: Services, lesson: PastLesson, ids: Ids) {
  const today = services.now();
  const begin = startOf(lesson.when, today).getTime();
  const at = (minutes: number): Services => ({
    ...{ ...services, knex: trx },
    now: () => new Date(begin + minutes * minuteMs),
  });
  const mentorId = idOf(ids, lesson.mentorEmail);
  const { id } = await publish(at(-2 * 24 * 60), lesson, ids, today);
  const learners = [demoAccounts.find(({ role }) => role === 'learner'), ...demoLearners];
  const bookings: string[] = [];
  for (const [index] of lesson.reviews.entries()) {
    const learner = learners[(index + lesson.title.length) % learners.length];
    const booking = await bookSession(at(-24 * 60 + index), idOf(ids, learner?.email ?? ''), id);
    bookings.push(booking.id);
  }
  await goLive(at(-5), seatBook, mentorId, id);
  await endSession(at(lesson.durationMinutes), mentorId, id);
  // They were there the whole time; no room's facts say so, for there was no room.
  await Booking.query(trx).whereIn('id', bookings).patch({ state: 'attended' });
  for (const [index, [stars, comment]] of lesson.reviews.entries()) {
    const reviewedAt = at(lesson.durationMinutes + 60 * (index + 1)).now();
    await addReview(trx, reviewedAt, { bookingId: bookings[index] ?? '', stars, comment });
  }
}

/** Nobody is mailed or told now of what happened then. */
async function forgetNews(trx: Knex.Transaction) {
  await trx('outbox').delete();
  await trx('notifications').delete();
}

function idOf(ids: Ids, email: string): string {
  const id = ids.get(email);
  if (id === undefined) throw new Error(`the demo has nobody at ${email}`);
  return id;
}

function startOf(when: DemoLesson['when'], now: Date): Date {
  if ('minutes' in when) {
    const soon = now.getTime() + when.minutes * minuteMs;
    return new Date(Math.ceil(soon / minuteMs) * minuteMs);
  }
  const dayInIndia = new Date(now.getTime() + 5.5 * 60 * minuteMs + when.days * dayMs)
    .toISOString()
    .slice(0, 10);
  return new Date(`${dayInIndia}T${when.time}:00.000+05:30`);
}
