import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { hashPassword, presentPerson, User } from '../../api/accounts/index.ts';
import { Booking } from '../../api/bookings/index.ts';
import { indexSession, mentorChanged, topicKey } from '../../api/catalogue/index.ts';
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
