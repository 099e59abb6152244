import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { hashPassword, presentPerson, Profile, ProfileTopic, User } from '../../api/accounts/index.ts';
import { Booking } from '../../api/bookings/index.ts';
import { indexSession, mentorChanged, topicKey } from '../../api/catalogue/index.ts';
import { addReview } from '../../api/reviews/index.ts';
import { Session, SessionTopic } from '../../api/sessions/index.ts';

export const testPassword = 'correct horse battery staple';
const passwordHash = hashPassword(testPassword);

const minuteMs = 60_000;
const fromNow = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();

/** A person in the database, a learner unless said otherwise. The password is `testPassword`. */
export async function buildUser(knex: Knex, overrides: Partial<User> = {}): Promise<User> {
  const id = randomUUID();
  const user = {
    id,
    role: 'learner' as const,
    name: 'Meera Nair',
    email: `${id}@example.com`,
    passwordHash: await passwordHash,
    createdAt: fromNow(-60),
    ...overrides,
  };
  return knex.transaction(async (trx) => {
    await User.query(trx).insert(user);
    const made = await User.query(trx).findById(user.id).throwIfNotFound();
    await mentorChanged(trx, presentPerson(made));
    return made;
  });
}

export interface SessionOverrides extends Partial<Omit<Session, 'topics' | 'mentor'>> {
  topics?: string[];
}

/** A free lesson, scheduled for tomorrow, with one seat; its mentor is made when none is named. */
export async function buildSession(knex: Knex, overrides: SessionOverrides = {}): Promise<Session> {
  const { topics = ['Closures'], ...columns } = overrides;
  const mentorId = columns.mentorId ?? (await buildUser(knex, { role: 'mentor', name: 'Arjun Rao' })).id;
  const startsAt = columns.startsAt ?? fromNow(24 * 60);
  const durationMinutes = columns.durationMinutes ?? 60;
  const session = {
    id: randomUUID(),
    mentorId,
    title: 'JavaScript from the inside',
    description: 'What the engine does with your code.',
    domains: ['Coding'],
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + durationMinutes * minuteMs).toISOString(),
    durationMinutes,
    capacity: 1,
    seatsTaken: 0,
    pricePaise: 0,
    state: 'scheduled' as const,
    language: 'en' as const,
    roomCode: randomUUID(),
    mentorReadyAt: null,
    liveAt: null,
    endedAt: null,
    createdAt: fromNow(-30),
    ...columns,
  };
  await Session.query(knex).insert(session);
  for (const [position, title] of topics.entries())
    await SessionTopic.query(knex).insert({ sessionId: session.id, position, title, key: topicKey(title) });
  await indexSession(knex, session.id);
  return Session.query(knex).findById(session.id).throwIfNotFound();
}

/** A confirmed seat, counted in its lesson's seats; lesson and learner are made when none is named. */
export async function buildBooking(
  knex: Knex,
  overrides: Partial<Omit<Booking, 'learner' | 'session'>> = {},
): Promise<Booking> {
  const booking = {
    id: randomUUID(),
    sessionId: overrides.sessionId ?? (await buildSession(knex)).id,
    learnerId: overrides.learnerId ?? (await buildUser(knex)).id,
    state: 'confirmed' as const,
    createdAt: fromNow(-10),
    cancelledAt: null,
    ...overrides,
  };
  await Booking.query(knex).insert(booking);
  await Session.query(knex).findById(booking.sessionId).increment('seats_taken', 1);
  return Booking.query(knex).findById(booking.id).throwIfNotFound();
}

interface MentorOverrides extends Partial<User> {
  bio?: string;
  skills?: string[];
  domains?: string[];
  languages?: Profile['languages'];
}

/** A mentor with a profile, findable by it. */
export async function buildMentor(knex: Knex, overrides: MentorOverrides = {}): Promise<User> {
  const { bio, skills, domains, languages, ...columns } = overrides;
  const user = await buildUser(knex, { role: 'mentor', name: 'Arjun Rao', ...columns });
  await knex.transaction(async (trx) => {
    await Profile.query(trx).insert({
      ...{ userId: user.id, goals: '', bio: bio ?? 'I have taught people to code for ten years.' },
      languages: languages ?? ['en'],
    });
    for (const [kind, titles] of [
      ['skill', skills ?? ['Python']],
      ['domain', domains ?? ['Programming']],
    ] as const)
      for (const [position, title] of titles.entries())
        await ProfileTopic.query(trx).insert({
          ...{ userId: user.id, kind, position, title },
          key: topicKey(title),
        });
    await mentorChanged(trx, presentPerson(user));
  });
  return user;
}

/** Reviews of a mentor, each by a learner of its own who attended a lesson; the last is the newest. */
export async function buildReviews(
  knex: Knex,
  mentorId: string,
  stars: number[],
  { state = 'attended' }: { state?: Booking['state'] } = {},
): Promise<void> {
  if (stars.length === 0) return;
  const past = { state: 'completed', startsAt: fromNow(-48 * 60), capacity: stars.length } as const;
  const lesson = await buildSession(knex, { mentorId, ...past });
  for (const [index, given] of stars.entries()) {
    const booking = await buildBooking(knex, { sessionId: lesson.id, state });
    const review = { bookingId: booking.id, stars: given, comment: 'Clear and kind.' };
    const at = new Date(Date.now() - 60 * minuteMs + index);
    await knex.transaction((trx) => addReview(trx, at, review));
  }
}
