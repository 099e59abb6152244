import { randomUUID } from 'node:crypto';
import { io as connect } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import { Profile, User } from '../../api/accounts/index.ts';
import { AuditEntry } from '../../api/audit/index.ts';
import { bookSession, Booking } from '../../api/bookings/index.ts';
import { accountDeletion } from '../../api/contracts/privacy.ts';
import { removeStoredFile } from '../../api/files/index.ts';
import { endSockets } from '../../api/realtime/index.ts';
import { Session } from '../../api/sessions/index.ts';
import { sendFarewell } from '../../api/mail/index.ts';
import { buildBooking, buildSession, buildUser, testPassword } from '../support/builders.ts';
import { type FilesApi, startFilesApi } from '../support/filesApi.ts';
import { mp4Of, pictureOf } from '../support/mediaFiles.ts';
import { outboxRows } from '../support/outboxRows.ts';
import type { TestClient } from '../support/testClient.ts';

let api: FilesApi;
let me: User;
let client: TestClient;
beforeAll(async () => {
  api = await startFilesApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  await become('learner');
});
async function become(role: User['role']) {
  me = await buildUser(api.knex, { role, name: 'Meera Nair', email: `meera-${randomUUID()}@example.com` });
  client = await api.as(me);
}
const blocks = async () => (await client.get(accountDeletion, '/api/profile/deletion')).blockedBy;
const deleteMe = () => client.post(z.void(), '/api/profile/delete', { password: testPassword });
const refusedDeletion = (password = testPassword) =>
  client.refused('POST', '/api/profile/delete', { password });
const myRow = () => User.query(api.knex).findById(me.id).throwIfNotFound();

describe('deleting an account (WEB-6)', () => {
  test('leaves nothing of the person, and frees their seats', async () => {
    await become('mentor');
    const uploader = await api.uploaderOf(me);
    const picture = await uploader.sent('picture', await pictureOf(300, 300).png().toBuffer());
    const video = await uploader.sent('introVideo', mp4Of(2_000));
    await uploader.begun('picture', 100);
    await Profile.query(api.knex).findById(me.id).patch({ bio: 'I am Meera', goals: 'To teach' });
    await api
      .knex('profile_topics')
      .insert({ user_id: me.id, kind: 'skill', position: 0, title: 'Go', key: 'go' });
    const { accessToken } = await logIn(me.email);
    await client.post(z.unknown(), '/api/profile/exports');
    await deleteMe();

    const row = await myRow();
    expect(row).toMatchObject({
      name: 'Deleted account / हटाया गया खाता',
      ...{ email: `deleted-${me.id}@deleted.invalid`, pictureId: null },
      deletedAt: expect.stringMatching(/^2\d{3}-/) as string,
    });
    for (const { url, id } of [picture, video]) {
      expect(await outboxRows(api.knex, 'files.remove', id)).toHaveLength(1);
      await removeStoredFile(api, id);
      expect((await fetch(api.url + url)).status).toBe(404);
    }
    expect(await rowsAboutMe()).toEqual({
      users: 1,
      audit_log: 1,
      mentor_figures: expect.any(Number) as number,
    });
    expect(await textInDatabase('Meera')).toEqual([]);
    expect((await api.visitor.refused('POST', '/api/auth/login', logInOf(me.email))).code).toBe(
      'wrong_credentials',
    );
    const stale = await api.visitor.send('GET', '/api/profile', undefined, {
      authorization: `Bearer ${accessToken}`,
    });
    expect(stale.status).toBe(401);
    const [act] = await AuditEntry.query(api.knex).where({ subjectId: me.id });
    expect(act).toMatchObject({ act: 'account.deleted', actorId: me.id });
  });

  test('a learner’s seats in lessons to come are free again; past ones stay, without a name', async () => {
    const upcoming = await buildBooking(api.knex, { learnerId: me.id });
    const over = await buildSession(api.knex, {
      ...{ state: 'completed', startsAt: '2026-01-05T10:00:00.000Z' },
    });
    const held = await buildBooking(api.knex, { learnerId: me.id, sessionId: over.id, state: 'attended' });
    await deleteMe();
    expect(await Booking.query(api.knex).findById(upcoming.id)).toMatchObject({ state: 'cancelled' });
    expect(await Session.query(api.knex).findById(upcoming.sessionId)).toMatchObject({ seatsTaken: 0 });
    expect(await Booking.query(api.knex).findById(held.id)).toMatchObject({
      state: 'attended',
      learnerId: me.id,
    });
    const [told] = await outboxRows(api.knex, 'booking.changed', upcoming.id);
    expect(JSON.stringify(told?.payload)).not.toContain('Meera');
  });

  test('a booking that was on its way takes no seat any more', async () => {
    const { id } = await buildSession(api.knex);
    await deleteMe();
    await expect(bookSession(api, me.id, id)).rejects.toMatchObject({ code: 'session_expired' });
    expect(await Session.query(api.knex).findById(id)).toMatchObject({ seatsTaken: 0 });
  });

  test('words of theirs about others are gone; that somebody was reported stays for the admins (ROOM-16)', async () => {
    const lesson = await buildSession(api.knex, { state: 'completed' });
    await buildBooking(api.knex, { learnerId: me.id, sessionId: lesson.id, state: 'attended' });
    const body = { userId: lesson.mentorId, reason: 'rude', text: 'He called Meera names.' };
    await client.post(z.void(), `/api/sessions/${lesson.id}/reports`, body);
    await api.knex('session_quality').insert({
      ...{ id: randomUUID(), session_id: lesson.id, user_id: me.id, role: 'learner', quality: '{}' },
      ...{ measured_from: lesson.startsAt, measured_to: lesson.endsAt },
    });
    await deleteMe();
    expect(await textInDatabase('Meera')).toEqual([]);
    expect(await rowsAboutMe()).toMatchObject({ reports: 1 });
    expect(await rowsAboutMe()).not.toHaveProperty('session_quality');
  });

  test('waits for what must be settled first', async () => {
    const live = await buildSession(api.knex, { state: 'live' });
    const seat = await buildBooking(api.knex, { learnerId: me.id, sessionId: live.id });
    expect(await blocks()).toEqual(['liveSession']);
    expect((await refusedDeletion()).code).toBe('wrong_state');
    await Booking.query(api.knex).findById(seat.id).patch({ state: 'cancelled' });
    expect(await blocks()).toEqual([]);

    await become('mentor');
    const booked = await buildSession(api.knex, { mentorId: me.id });
    const empty = await buildSession(api.knex, { mentorId: me.id });
    await buildBooking(api.knex, { sessionId: booked.id });
    expect(await blocks()).toEqual(['upcomingSessions']);
    expect((await refusedDeletion()).code).toBe('wrong_state');
    expect((await myRow()).deletedAt).toBeNull();
    await Session.query(api.knex).findById(booked.id).patch({ state: 'completed' });
    await deleteMe();
    expect(await Session.query(api.knex).findById(empty.id)).toMatchObject({ state: 'cancelled' });
    expect(await outboxRows(api.knex, 'room.close', empty.roomCode)).toHaveLength(1);
  });

  test('the last admin stays, also when two go at once', async () => {
    await api.knex('users').where({ role: 'admin' }).update({ deleted_at: '2026-01-01T00:00:00.000Z' });
    await become('admin');
    expect(await blocks()).toEqual(['lastAdmin']);
    const other = await buildUser(api.knex, { role: 'admin' });
    const asOther = await api.as(other);
    const answers = await Promise.all(
      [client, asOther].map((each) => each.send('POST', '/api/profile/delete', { password: testPassword })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test('needs the password, and wrong ones lock', async () => {
    for (let tries = 0; tries < 4; tries += 1)
      expect(await refusedDeletion('wrong')).toMatchObject({
        code: 'invalid',
        fields: [{ field: 'password' }],
      });
    expect((await refusedDeletion('wrong')).code).toBe('account_locked');
    expect((await refusedDeletion()).code).toBe('account_locked');
    for (const body of [{}, { password: '' }, { password: 'x'.repeat(300) }])
      expect((await client.refused('POST', '/api/profile/delete', body)).code).toBe('invalid');
    expect((await myRow()).deletedAt).toBeNull();
  });

  test('twice at once is once, and nothing is half done', async () => {
    const send = () => client.send('POST', '/api/profile/delete', { password: testPassword });
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 401]);
    expect(await AuditEntry.query(api.knex).where({ subjectId: me.id })).toHaveLength(1);
  });

  test('the address may sign up again', async () => {
    await deleteMe();
    const again = await buildUser(api.knex, { email: me.email });
    expect((await logIn(again.email)).accessToken).not.toBe('');
  });

  test('a last mail goes to the old address, which is stored nowhere', async () => {
    await deleteMe();
    const row = (await outboxRows(api.knex, 'mail.farewell', '')).at(-1);
    expect(JSON.stringify(row)).not.toContain(me.email);
    const mails: { to: { address: string }; subject: string }[] = [];
    const context = { knex: api.knex, settings: api.settings, host: 'localhost' };
    const job = { id: randomUUID(), signal: undefined };
    const sendMail = (mail: (typeof mails)[number]) => Promise.resolve(void mails.push(mail));
    for (let runs = 0; runs < 2; runs += 1)
      await sendFarewell({ ...context, sendMail }, row?.payload as { sealed: string }, job);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: { address: me.email }, subject: /deleted/ });
  });

  test('open pages of theirs are cut off, and cannot come back', async () => {
    const { accessToken } = await signAccessToken(api.settings.tokens, me, api.now());
    const socket = connect(api.url, { transports: ['websocket'], auth: { token: accessToken } });
    await new Promise((ready) => socket.once('ready', ready));
    await deleteMe();
    const ended = new Promise((gone) => socket.once('disconnect', gone));
    await endSockets(api.redis, me.id);
    expect(await ended).toMatch(/server disconnect|transport close/);
    const refused = new Promise<Error>((failed) => socket.once('connect_error', failed));
    socket.connect();
    expect((await refused).message).toBe('session_expired');
    socket.close();
  });
});

const logInOf = (email: string) => ({ email, password: testPassword });
const logIn = (email: string) =>
  api.visitor.post(z.looseObject({ accessToken: z.string() }), '/api/auth/login', logInOf(email));

/** Every column of the database in which somebody's id may stand, so that a new table is not forgotten. */
async function tablesWithPeople(): Promise<[string, string][]> {
  const names = ['user_id', 'learner_id', 'mentor_id', 'actor_id', 'owner_id', 'author_id', 'reporter_id'];
  const { client: kind } = (api.knex.client as { config: { client: unknown } }).config;
  const sql =
    kind === 'pg'
      ? `select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'`
      : `select m.name as t, p.name as c from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table'`;
  const raw = (await api.knex.raw(sql)) as { t: string; c: string }[] | { rows: { t: string; c: string }[] };
  const rows = Array.isArray(raw) ? raw : raw.rows;
  return rows
    .filter(({ t, c }) => names.includes(c) || (t === 'users' && c === 'id'))
    .map(({ t, c }) => [t, c]);
}
async function rowsAboutMe(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, column] of await tablesWithPeople()) {
    const found = (await api.knex(table).where({ [column]: me.id })).length;
    if (found > 0) counts[table] = found;
  }
  return counts;
}
/** Tables in which a word stands in a row that is about the person. */
async function textInDatabase(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const [table, column] of await tablesWithPeople()) {
    const rows = (await api.knex(table).where({ [column]: me.id })) as unknown[];
    if (JSON.stringify(rows).includes(word)) found.push(table);
  }
  return found;
}
