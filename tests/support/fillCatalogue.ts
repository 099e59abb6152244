import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { standingOf, termsOfMentor, termsOfSession } from '../../api/catalogue/rules.ts';

const subjects = [
  ...[
    'Python',
    'Guitar',
    'Calculus',
    'Physics',
    'Spoken English',
    'Figma',
    'Statistics',
    'Yoga',
    'गणित',
    'भौतिकी',
  ],
  ...[
    'Chess',
    'Watercolour',
    'Accounting',
    'Robotics',
    'Tabla',
    'Kathak',
    'SQL',
    'Rust',
    'Grammar',
    'Singing',
  ],
];
const kinds = [
  'from the beginning',
  'for examinations',
  'by doing',
  'in one hour',
  'without fear',
  'step by step',
];
const domains = ['Programming', 'Music', 'Mathematics', 'Science', 'Languages', 'Art', 'Health'];
const languages = ['en', 'en', 'en', 'hi', 'hi', 'ta', 'bn'];
const hourMs = 60 * 60_000;
const rowsAtOnce = 400;

/**
 * A catalogue as large as PERF-5 asks for: lessons of the past and, of each `openOneIn`, one that is still to come.
 * One of them in a thousand is about the theremin.
 */
export async function fillCatalogue(
  knex: Knex,
  { sessions, mentors, openOneIn, now }: { sessions: number; mentors: number; openOneIn: number; now: Date },
): Promise<void> {
  await knex.transaction(async (trx) => {
    const people = Array.from({ length: mentors }, (_, index) => ({
      id: randomUUID(),
      name: `Mentor${index % 97} Surname${index % 211}`,
    }));
    await insert(
      trx,
      'users',
      people.map(({ id, name }) => userRow(id, name, now)),
    );
    await insert(
      trx,
      'mentor_figures',
      people.map(({ id }, index) => figuresRow(id, index)),
    );
    const mentorTerms = people.flatMap(({ id, name }, index) =>
      termsOfMentor({
        ...{
          name,
          bio: `I teach ${pick(subjects, index)} ${pick(kinds, index)}.`,
          skills: [pick(subjects, index)],
        },
        ...{ domains: [pick(domains, index)], languages: [pick(languages, index)] },
      }).map((term) => ({ mentor_id: id, term })),
    );
    await insert(trx, 'mentor_terms', mentorTerms);
    for (let from = 0; from < sessions; from += 5_000) {
      const indexes = Array.from({ length: Math.min(5_000, sessions - from) }, (_, offset) => from + offset);
      const made = indexes.map((index) => lesson(index, pick(people, index), index % openOneIn === 0, now));
      await insert(
        trx,
        'sessions',
        made.map(({ row }) => row),
      );
      await insert(
        trx,
        'session_topics',
        made.map(({ topic }) => topic),
      );
      await insert(
        trx,
        'session_terms',
        made.flatMap(({ terms }) => terms),
      );
    }
  });
  await knex.raw('analyze');
}

const pick = <T>(from: T[], index: number) => from[index % from.length] as T;

const userRow = (id: string, name: string, now: Date) => ({
  ...{ id, name, role: 'mentor', email: `${id}@example.com`, password_hash: 'none' },
  created_at: now.toISOString(),
});

const figuresRow = (id: string, index: number) => {
  const [count, sum] = [index % 40, Math.round((index % 40) * (3 + (index % 21) / 10))];
  return {
    ...{ mentor_id: id, rating_count: count, rating_sum: sum, sessions_held: index % 300 },
    standing: standingOf(sum, count),
  };
};

function lesson(index: number, mentor: { id: string; name: string }, isOpen: boolean, now: Date) {
  const id = randomUUID();
  const hours = isOpen ? 1 + (index % 2_000) : -24 - (index % 20_000);
  const startsAt = new Date(now.getTime() + hours * hourMs + (index % 3_600) * 1000);
  const subject = index % 1_000 === 0 ? 'Theremin' : pick(subjects, index + Math.floor(index / 7));
  const about = {
    title: `${subject} ${pick(kinds, Math.floor(index / 3))}`,
    description: `We take ${subject} apart with examples from daily life, slowly, and put it together again as number${index % 5_000}.`,
    language: pick(languages, index),
  };
  const row = {
    ...{ id, mentor_id: mentor.id, ...about, domains: JSON.stringify([pick(domains, index)]) },
    ...{ starts_at: startsAt.toISOString(), ends_at: new Date(startsAt.getTime() + hourMs).toISOString() },
    ...{ duration_minutes: 60, capacity: 5, seats_taken: 0, price_paise: 0, room_code: randomUUID() },
    ...{ state: isOpen ? 'scheduled' : 'completed', created_at: now.toISOString() },
  };
  const words = { ...about, mentorName: mentor.name, topics: [subject], domains: [pick(domains, index)] };
  const terms = isOpen ? termsOfSession({ ...words, pricePaise: 0 }) : [];
  return {
    row,
    topic: { session_id: id, position: 0, title: subject, key: subject.toLowerCase() },
    terms: terms.map((term) => ({ session_id: id, term })),
  };
}

/** Many rows a statement; knex writes SQLite's as one `union` each, which is slow to parse. */
async function insert(trx: Knex, table: string, rows: Record<string, string | number>[]) {
  const columns = Object.keys(rows[0] ?? {});
  const blanks = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce);
    await trx.raw(
      `insert into ${table} (${columns.join(', ')}) values ${part.map(() => blanks).join(', ')}`,
      part.flatMap((row) => columns.map((column) => row[column] ?? '')),
    );
  }
}
