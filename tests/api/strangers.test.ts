import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LogInRow, User } from '../../api/accounts/model.ts';
import { StoredFile, Upload } from '../../api/files/model.ts';
import { Notification } from '../../api/notifications/model.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { type CallName, describedCalls, fillCall } from '../support/calls.ts';
import { databaseContents } from '../support/databaseContents.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

type Stranger = 'visitor' | 'learner' | 'mentor' | 'admin';
const everybody: Stranger[] = ['visitor', 'learner', 'mentor', 'admin'];
/** Admins may look into any room (ROOM-1). */
const butAdmins: Stranger[] = ['visitor', 'learner', 'mentor'];

interface Built {
  /** Name the row. */
  params: Record<string, string>;
  /** Whose call is answered: so it is not the id that is refused. */
  owner: User;
  /** What the call carries; nothing unless given. */
  body?: object;
}

interface Case {
  /** Builds a row of somebody. */
  build: () => Promise<Built>;
  /** Who must be refused, of people that have nothing to do with the row. */
  refused: Stranger[];
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const soon = (minutes: number) => new Date(api.now().getTime() + minutes * 60_000).toISOString();
const userOf = (id: string) => User.query(api.knex).findById(id).throwIfNotFound();
const lessonOf = async (state: 'scheduled' | 'live') => {
  const lesson = await buildSession(api.knex, { state, startsAt: soon(5), capacity: 3 });
  await buildBooking(api.knex, { sessionId: lesson.id });
  return { ...lesson, owner: await userOf(lesson.mentorId) };
};
const imageOf = async ({ id: userId }: User) => {
  const about = { purpose: 'boardImage' as const, type: 'image/webp', bytes: 1, removedAt: null };
  const { id } = await StoredFile.query(api.knex).insert({
    ...{ id: randomUUID(), userId, ...about },
    createdAt: soon(0),
  });
  return id;
};
const liveLesson = async () => {
  const { id, owner } = await lessonOf('live');
  return { params: { id }, owner };
};
/** A file that somebody sent for a lesson. */
const sentFile = async (userId: string) => {
  const id = randomUUID();
  const about = { purpose: 'sessionFile' as const, type: 'text/plain', bytes: 4, removedAt: null };
  await StoredFile.query(api.knex).insert({ id, userId, ...about, createdAt: soon(0) });
  return id;
};
/** One that is over, and the learner who attended it. */
const attendedLesson = async () => {
  const { id } = await buildSession(api.knex, { state: 'completed' });
  const { learnerId } = await buildBooking(api.knex, { sessionId: id, state: 'attended' });
  return { params: { id }, owner: await userOf(learnerId) };
};
const buildOwner = () => buildUser(api.knex);

/**
 * Every call that names a row (AUTH-9, SEC). A new route with a parameter needs a line: a case, or, where the row is
 * for everyone to read, 'public'.
 */
const cases: Partial<Record<CallName, Case | 'public'>> = {
  'GET /api/mentors/{id}': 'public',
  'GET /api/mentors/{id}/reviews': 'public',
  'GET /api/sessions/{id}': 'public',
  'GET /api/rooms/{roomCode}': {
    build: async () => {
      const { roomCode, owner } = await lessonOf('live');
      return { params: { roomCode }, owner };
    },
    refused: butAdmins,
  },
  'GET /api/sessions/{id}/chat': { build: liveLesson, refused: everybody },
  'GET /api/sessions/{id}/chat/transcript': { build: liveLesson, refused: everybody },
  'GET /api/sessions/{id}/attendance': { build: liveLesson, refused: butAdmins },
  'GET /api/sessions/{id}/files/{fileId}': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      const uploadId = await sentFile(owner.id);
      const resource = { session_id: id, user_id: owner.id, use: 'resource', name: 'a.txt' };
      const about = { id: uploadId, type: 'text/plain', bytes: 4, created_at: soon(0) };
      await api.knex('session_files').insert({ ...resource, ...about });
      return { params: { id, fileId: uploadId }, owner };
    },
    refused: everybody,
  },
  'GET /api/sessions/{id}/recordings': { build: liveLesson, refused: everybody },
  'GET /api/sessions/{id}/resources': { build: liveLesson, refused: everybody },
  'POST /api/sessions/{id}/resources': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      return { params: { id }, owner, body: { uploadId: await sentFile(owner.id), name: 'a.txt' } };
    },
    refused: everybody,
  },
  'GET /api/sessions/{id}/board': { build: liveLesson, refused: everybody },
  'GET /api/sessions/{id}/board/changes': { build: liveLesson, refused: everybody },
  'POST /api/sessions/{id}/board/images': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      return { params: { id }, body: { fileId: await imageOf(owner) }, owner };
    },
    refused: everybody,
  },
  'GET /api/sessions/{id}/board/images/{fileId}': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      const fileId = await imageOf(owner);
      await api.knex('board_images').insert({ session_id: id, file_id: fileId });
      return { params: { id, fileId }, owner };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/resources/{fileId}/remove': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      return { params: { id, fileId: randomUUID() }, owner };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/chat/files': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      const body = { uploadId: await sentFile(owner.id), name: 'a.txt', to: null };
      return { params: { id }, owner, body };
    },
    refused: everybody,
  },
  'GET /api/sessions/{id}/review': { build: () => attendedLesson(), refused: everybody },
  'POST /api/sessions/{id}/review': {
    build: async () => ({ ...(await attendedLesson()), body: { stars: 4 } }),
    refused: everybody,
  },
  'GET /api/sessions/{id}/topics': { build: liveLesson, refused: butAdmins },
  'GET /api/sessions/{id}/quality': { build: liveLesson, refused: butAdmins },
  'GET /api/uploads/{id}': {
    build: async () => {
      const [id, owner] = [randomUUID(), await buildOwner()];
      await Upload.query(api.knex).insert({
        ...{ id, userId: owner.id, purpose: 'picture', bytes: 10, state: 'done' },
        ...{ createdAt: soon(-1), expiresAt: soon(60) },
      });
      await StoredFile.query(api.knex).insert({
        ...{ id, userId: owner.id, purpose: 'picture', type: 'image/webp', bytes: 10 },
        ...{ createdAt: soon(-1), removedAt: null },
      });
      return { params: { id }, owner };
    },
    refused: everybody,
  },
  'POST /api/bookings/{id}/cancel': {
    build: async () => {
      const { id, learnerId } = await buildBooking(api.knex);
      return { params: { id }, owner: await userOf(learnerId) };
    },
    refused: everybody,
  },
  'POST /api/notifications/{id}/read': {
    build: async () => {
      const [id, owner] = [randomUUID(), await buildOwner()];
      await Notification.query(api.knex).insert({
        ...{ id, userId: owner.id, kind: 'session.booked', subject: {}, path: '/' },
        ...{ createdAt: soon(-1), readAt: null },
      });
      return { params: { id }, owner };
    },
    refused: everybody,
  },
  'POST /api/profile/logins/{id}/end': {
    build: async () => {
      const [id, owner] = [randomUUID(), await buildOwner()];
      await LogInRow.query(api.knex).insert({
        ...{ id, userId: owner.id, userAgent: 'theirs' },
        ...{ createdAt: soon(-1), lastUsedAt: soon(-1), endedAt: null },
      });
      return { params: { id }, owner };
    },
    refused: everybody,
  },
  'POST /api/recordings/{id}/compose': {
    build: async () => {
      const { id: sessionId, owner } = await lessonOf('live');
      const id = randomUUID();
      const row = { id, session_id: sessionId, state: 'failed', started_at: soon(0) };
      await api.knex('recordings').insert(row);
      return { params: { id }, owner };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/cancel': {
    build: async () => {
      const { id, mentorId } = await buildSession(api.knex, { startsAt: soon(30) });
      return { params: { id }, owner: await userOf(mentorId) };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/extend': {
    build: async () => {
      const { id, owner, endsAt } = await lessonOf('live');
      return { params: { id }, owner, body: { minutes: 5, endsAt } };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/end': { build: liveLesson, refused: everybody },
  'POST /api/sessions/{id}/live': {
    build: async () => {
      const { id, owner } = await lessonOf('scheduled');
      return { params: { id }, owner };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/reports': {
    build: async () => {
      const { id, owner } = await lessonOf('live');
      const learner = await buildBooking(api.knex, { sessionId: id });
      return { params: { id }, owner, body: { userId: learner.learnerId, reason: 'rude' } };
    },
    refused: everybody,
  },
  'POST /api/sessions/{id}/ticket': { build: liveLesson, refused: butAdmins },
};

describe('somebody else’s rows (AUTH-9, SEC)', () => {
  test('are tried by every call that has a parameter', async () => {
    const withParams = (await describedCalls(api)).filter((name) => name.includes('{'));
    expect(Object.keys(cases).sort()).toEqual(withParams.sort());
  });

  const guarded = (Object.entries(cases) as [CallName, Case | 'public'][]).flatMap(([name, one]) =>
    one === 'public' ? [] : [{ name, ...one }],
  );
  const call = async (name: CallName, { params, body = {} }: Omit<Built, 'owner'>, who: User | 'visitor') => {
    const { method, path, params: named } = fillCall(name, params);
    expect(named.sort()).toEqual(Object.keys(params).sort());
    const client = who === 'visitor' ? api.visitor : await api.as(who);
    return client.send(method, path, method === 'GET' ? undefined : body);
  };

  test.for(guarded.flatMap(({ refused, ...one }) => refused.map((who) => ({ ...one, who }))))(
    '$name is refused to a strange $who and changes nothing',
    async ({ name, who, build }) => {
      const built = await build();
      const stranger = who === 'visitor' ? who : await buildUser(api.knex, { role: who });
      const before = await databaseContents(api.knex);
      expect([401, 403, 404]).toContain((await call(name, built, stranger)).status);
      expect(await databaseContents(api.knex)).toEqual(before);
    },
  );

  test.for(guarded)('$name is answered to whom the row belongs', async ({ name, build }) => {
    const built = await build();
    const { status } = await call(name, built, built.owner);
    // There is no media node in this test: a ticket is refused for that alone.
    expect(name.endsWith('/ticket') ? [503] : [200, 204]).toContain(status);
  });

  const open = Object.keys(cases).filter((name) => cases[name as CallName] === 'public') as CallName[];
  test.for(open)('%s can only be read', (name) => expect(name).toMatch(/^GET /));
});
