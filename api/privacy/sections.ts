import type { Knex } from 'knex';
import type { ExportSection } from '../text/privacy.ts';

/** Rows of one part of an export: in a fixed order, so that they can be read page by page. */
type Read = (knex: Knex, userId: string) => Knex.QueryBuilder;

const of = (table: string, columns: string[], order: string[]): Read => {
  return (knex, userId) =>
    knex(table)
      .select(columns)
      .where({ user_id: userId })
      .orderBy(order.map((column) => ({ column })));
};

/**
 * Everything that is stored about a person, part by part (WEB-6). Of others there are names only. Left out is what
 * only guards the account: hashes, sealed secrets, signatures.
 */
export const exportSections: Record<ExportSection, Read> = {
  account: (knex, id) =>
    knex('users').select('id', 'role', 'name', 'email', 'locale', 'time_zone', 'created_at').where({ id }),
  profile: of('profiles', ['goals', 'bio', 'languages'], ['user_id']),
  topics: of('profile_topics', ['kind', 'title'], ['kind', 'position']),
  preferences: of('preferences', ['choices', 'quiet_from', 'quiet_to', 'changed_at'], ['user_id']),
  'log-ins': of('log_ins', ['user_agent', 'created_at', 'last_used_at', 'ended_at'], ['created_at', 'id']),
  security: of('two_factors', ['created_at', 'enabled_at'], ['user_id']),
  bookings: (knex, learnerId) =>
    knex('bookings as b')
      .join('sessions as s', 's.id', 'b.session_id')
      .join('users as m', 'm.id', 's.mentor_id')
      .select('b.id', 'b.state', 'b.created_at', 'b.cancelled_at')
      .select('s.title', 's.starts_at', 's.ends_at', 's.price_paise', 'm.name as mentor_name')
      .where('b.learner_id', learnerId)
      .orderBy(['b.created_at', 'b.id']),
  sessions: (knex, mentorId) =>
    knex('sessions')
      .select('id', 'title', 'description', 'domains', 'language', 'starts_at', 'ends_at', 'capacity')
      .select('seats_taken', 'price_paise', 'state', 'live_at', 'ended_at', 'created_at')
      .where({ mentor_id: mentorId })
      .orderBy(['created_at', 'id']),
  attendance: of('session_facts', ['session_id', 'type', 'happened_at'], ['position']),
  connections: of(
    'session_quality',
    ['session_id', 'measured_from', 'measured_to', 'quality'],
    ['measured_from', 'id'],
  ),
  chat: (knex, userId) =>
    knex('chat_messages as c')
      .join('sessions as s', 's.id', 'c.session_id')
      .leftJoin('users as u', 'u.id', 'c.to_user_id')
      .select('s.title', 'c.said_at', 'u.name as to_name', 'c.text', 'c.file')
      .where('c.user_id', userId)
      .orderBy(['c.said_at', 'c.id']),
  recordings: (knex, userId) =>
    knex('recording_segments as g')
      .join('recordings as r', 'r.id', 'g.recording_id')
      .join('sessions as s', 's.id', 'r.session_id')
      .select('s.title', 'g.source', 'g.began_at', 'r.state', 'r.expires_at')
      .where('g.user_id', userId)
      .orderBy(['g.began_at', 'g.id']),
  board: (knex, userId) =>
    knex('board_changes as b')
      .join('sessions as s', 's.id', 'b.session_id')
      .select('s.title', 'b.position', 'b.item')
      .where('b.user_id', userId)
      .orderBy(['b.session_id', 'b.position', 'b.item_key']),
  checklists: (knex, userId) =>
    knex('topic_changes as t')
      .join('sessions as s', 's.id', 't.session_id')
      .select('s.title', 't.happened_at', 't.did')
      .where('t.user_id', userId)
      .orderBy(['t.happened_at', 't.id']),
  // What others reported about the person is not theirs to read: it would say who did.
  reports: (knex, reporterId) =>
    knex('reports as r')
      .join('sessions as s', 's.id', 'r.session_id')
      .join('users as u', 'u.id', 'r.reported_id')
      .select('s.title', 'u.name as reported_name', 'r.reason', 'r.text', 'r.created_at')
      .where('r.reporter_id', reporterId)
      .orderBy(['r.created_at', 'r.id']),
  'reviews-written': (knex, learnerId) =>
    knex('reviews as r')
      .join('sessions as s', 's.id', 'r.session_id')
      .join('users as m', 'm.id', 'r.mentor_id')
      .select('s.title', 'm.name as mentor_name', 'r.stars', 'r.comment', 'r.created_at', 'r.edited_at')
      .where('r.learner_id', learnerId)
      .orderBy(['r.created_at', 'r.id']),
  'reviews-received': (knex, mentorId) =>
    knex('reviews as r')
      .join('sessions as s', 's.id', 'r.session_id')
      .join('users as l', 'l.id', 'r.learner_id')
      .select('s.title', 'l.name as learner_name', 'r.stars', 'r.comment', 'r.created_at')
      .where('r.mentor_id', mentorId)
      .orderBy(['r.created_at', 'r.id']),
  notifications: of(
    'notifications',
    ['kind', 'subject', 'path', 'created_at', 'read_at'],
    ['created_at', 'id'],
  ),
  'payout-account': of('payout_accounts', ['kind', 'masked', 'changed_at'], ['user_id']),
  files: (knex, userId) =>
    knex('files as f')
      .leftJoin('session_files as o', 'o.id', 'f.id')
      .leftJoin('sessions as s', 's.id', 'o.session_id')
      .select('f.id', 'f.purpose', 'f.type', 'f.bytes', 'f.created_at', 'o.name', 's.title')
      .where('f.user_id', userId)
      .whereNull('f.removed_at')
      .orderBy(['f.created_at', 'f.id']),
  acts: (knex, actorId) =>
    knex('audit_log')
      .select('at', 'act', 'subject_kind', 'subject_id', 'address', 'user_agent')
      .where({ actor_id: actorId })
      .orderBy(['at', 'id']),
  exports: of('exports', ['id', 'asked_at'], ['asked_at', 'id']),
};

const pageRows = 500;
/** Columns that hold JSON as text. */
const jsonColumns = new Set(['choices', 'did', 'domains', 'file', 'languages', 'quality', 'subject']);

/** The rows as a JSON array, page by page. `counted` is told how many there were. */
export async function* writeSection(
  knex: Knex,
  userId: string,
  read: Read,
  counted: (rows: number) => void,
): AsyncGenerator<string> {
  let rows = 0;
  yield '[';
  for (;;) {
    const page = (await read(knex, userId).limit(pageRows).offset(rows)) as Record<string, unknown>[];
    for (const row of page) {
      yield `${rows === 0 ? '' : ','}\n${JSON.stringify(readable(row), null, 2)}`;
      rows += 1;
    }
    if (page.length < pageRows) break;
  }
  yield '\n]\n';
  counted(rows);
}

function readable(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).map(([column, value]) => [
    column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    jsonColumns.has(column) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}
