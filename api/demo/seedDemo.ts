import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isUniqueViolation } from '../../config/isUniqueViolation.ts';
import { hashPassword, User } from '../accounts/index.ts';
import type { Services } from '../Services.ts';
import { topicKey } from '../catalogue/index.ts';
import { Session, SessionTopic } from '../sessions/index.ts';
import { demoAccounts, demoMentors } from './accounts.ts';
import { type DemoLesson, demoLessons } from './lessons.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Fills an empty database with people and lessons to try the product with; a database in use is left alone. */
export async function seedDemo({
  knex,
  now,
  logger,
}: Pick<Services, 'knex' | 'now' | 'logger'>): Promise<void> {
  if ((await User.query(knex).resultSize()) > 0) return;
  const people: typeof demoAccounts = [
    ...demoAccounts,
    ...demoMentors.map((mentor) => ({ ...mentor, role: 'mentor' as const, password: randomUUID() })),
  ];
  const accounts = await Promise.all(
    people.map(async ({ password, ...account }) => ({
      ...account,
      passwordHash: await hashPassword(password),
    })),
  );
  const filling = knex.transaction(async (trx) => {
    const createdAt = now().toISOString();
    for (const account of accounts) await User.query(trx).insert({ ...account, id: randomUUID(), createdAt });
    for (const lesson of demoLessons) await addLesson(trx, lesson, now());
  });
  try {
    await filling;
  } catch (error) {
    // Another api process filled the same empty database at the same time: e-mails are unique.
    if (!isUniqueViolation(error)) throw error;
    return;
  }
  logger.info({ accounts: accounts.length, lessons: demoLessons.length }, 'demo data added');
}

async function addLesson(trx: Knex, lesson: DemoLesson, now: Date) {
  const { mentorEmail, when, topics, ...fields } = lesson;
  const mentor = await User.query(trx).findOne({ email: mentorEmail }).throwIfNotFound();
  const startsAt = startOf(when, now);
  const id = randomUUID();
  await Session.query(trx).insert({
    ...{ ...fields, id, mentorId: mentor.id },
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + lesson.durationMinutes * minuteMs).toISOString(),
    seatsTaken: 0,
    pricePaise: 0,
    state: 'scheduled',
    roomCode: randomUUID(),
    createdAt: now.toISOString(),
  });
  for (const [position, title] of topics.entries()) {
    await SessionTopic.query(trx).insert({ sessionId: id, position, title, key: topicKey(title) });
  }
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
