import type { Knex } from 'knex';
import { termsOfMentor, termsOfSession } from './rules.ts';

/** SQLite takes 500 rows in one statement. */
const rowsAtOnce = 200;

/** Writes what an open lesson can be found by, as it is now; of one that is over nothing stays. */
export async function indexSession(trx: Knex, sessionId: string): Promise<void> {
  const session = await trx('sessions')
    .join('users', 'users.id', 'sessions.mentor_id')
    .where('sessions.id', sessionId)
    .whereIn('state', ['scheduled', 'live'])
    .first<SessionText | undefined>(
      'title',
      'description',
      'domains',
      'language',
      'price_paise',
      'users.name',
    );
  const topics = (await trx('session_topics').where({ session_id: sessionId }).pluck('title')) as string[];
  const terms = session
    ? termsOfSession({
        ...session,
        topics,
        domains: JSON.parse(session.domains) as string[],
        mentorName: session.name,
        pricePaise: session.price_paise,
      })
    : [];
  await replaceTerms(trx, 'session', sessionId, terms);
}

interface SessionText {
  title: string;
  description: string;
  domains: string;
  language: string;
  price_paise: number;
  name: string;
}

/** Writes what a mentor can be found by, as their profile is now; of one who has gone nothing stays. */
export async function indexMentor(trx: Knex, mentorId: string): Promise<void> {
  const mentor = await trx('users')
    .leftJoin('profiles', 'profiles.user_id', 'users.id')
    .where({ id: mentorId, role: 'mentor' })
    .whereNull('deleted_at')
    .first<MentorText | undefined>('name', 'bio', 'languages');
  const topics = await trx('profile_topics')
    .where({ user_id: mentorId })
    .select<ProfileText[]>('kind', 'title');
  const titles = (kind: ProfileText['kind']) =>
    topics.filter((topic) => topic.kind === kind).map((topic) => topic.title);
  const terms = mentor
    ? termsOfMentor({
        name: mentor.name,
        bio: mentor.bio ?? '',
        languages: JSON.parse(mentor.languages ?? '[]') as string[],
        skills: titles('skill'),
        domains: titles('domain'),
      })
    : [];
  await replaceTerms(trx, 'mentor', mentorId, terms);
}

interface MentorText {
  name: string;
  bio: string | null;
  languages: string | null;
}
interface ProfileText {
  kind: 'domain' | 'skill' | 'interest';
  title: string;
}

async function replaceTerms(trx: Knex, of: 'session' | 'mentor', id: string, terms: string[]) {
  const table = `${of}_terms`;
  const column = `${of}_id`;
  await trx(table)
    .where({ [column]: id })
    .delete();
  for (let from = 0; from < terms.length; from += rowsAtOnce)
    await trx(table).insert(terms.slice(from, from + rowsAtOnce).map((term) => ({ [column]: id, term })));
}

/** Indexes what is open and has no terms yet: after an update that brought the index, or whatever went wrong. */
export async function indexMissing(knex: Knex): Promise<void> {
  const sessions = (await knex('sessions')
    .whereRaw("state in ('scheduled', 'live')")
    .whereNotExists(knex('session_terms').select(knex.raw('1')).whereRaw('session_id = sessions.id'))
    .pluck('id')) as string[];
  const mentors = (await knex('users')
    .where({ role: 'mentor' })
    .whereNull('deleted_at')
    .whereNotExists(knex('mentor_terms').select(knex.raw('1')).whereRaw('mentor_id = users.id'))
    .pluck('id')) as string[];
  for (const id of sessions) await knex.transaction((trx) => indexSession(trx, id));
  for (const id of mentors) await knex.transaction((trx) => indexMentor(trx, id));
}
