import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { recordFact } from '../../api/attendance/index.ts';
import { chatAttachment, fileLink, resource, resources } from '../../api/contracts/sessionFiles.ts';
import { Notification } from '../../api/notifications/index.ts';
import { cleanSessionFiles } from '../../api/sessionFiles/index.ts';
import type { Session } from '../../api/sessions/index.ts';
import { verifyAttachment } from '../../media/tickets.ts';
import { buildBooking, buildSession, buildUser, testPassword } from '../support/builders.ts';
import { factBuilder } from '../support/facts.ts';
import { type FilesApi, startFilesApi } from '../support/filesApi.ts';
import { mp4Of, pictureOf } from '../support/mediaFiles.ts';

let api: FilesApi;
let lesson: Session;
let mentor: User;
let asha: User;
let kabir: User;
beforeAll(async () => {
  api = await startFilesApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const build = (name: string, role: 'mentor' | 'learner' = 'learner') => buildUser(api.knex, { name, role });
  [mentor, asha, kabir] = await Promise.all([build('Ravi', 'mentor'), build('Asha'), build('Kabir')]);
  lesson = await buildSession(api.knex, { mentorId: mentor.id, state: 'live', capacity: 3 });
  for (const { id } of [asha, kabir]) await buildBooking(api.knex, { learnerId: id, sessionId: lesson.id });
});

const path = (what: string) => `/api/sessions/${lesson.id}/${what}`;
const sent = async (who: User, content: Buffer) =>
  (await (await api.uploaderOf(who)).sent('sessionFile', content)).id;
const notes = (words = 'let a = 1;\n'): Buffer => Buffer.from(words);
const attach = async (who: User, name: string, to: User | null = null, content: Buffer = notes()) =>
  (await api.as(who)).post(chatAttachment, path('chat/files'), {
    ...{ uploadId: await sent(who, content), name },
    to: to?.id ?? null,
  });
const linkFor = async (who: User, fileId: string) =>
  (await (await api.as(who)).get(fileLink, path(`files/${fileId}`))).url;
const refusal = async (who: User, method: 'GET' | 'POST', what: string, body?: object) =>
  (await (await api.as(who)).refused(method, path(what), body)).code;

describe('a file in the chat (ROOM-8)', () => {
  test('is given to who may read its message alone, to be kept and not to be shown', async () => {
    const { file, token } = await attach(asha, 'नोट्स "1".js', kabir);
    expect(file).toMatchObject({ name: 'नोट्स 1.js', type: 'text/plain', bytes: 11 });
    const claims = await verifyAttachment(token, api.settings.tokens.ticketSecret);
    expect(claims).toMatchObject({ sub: asha.id, sessionId: lesson.id, to: kabir.id, file });
    for (const who of [asha, kabir]) {
      const answer = await fetch(`${api.url}${await linkFor(who, file.id)}`);
      expect(await answer.text()).toBe('let a = 1;\n');
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="_+ 1\.js"; filename\*=/u,
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    }
    expect(await refusal(mentor, 'GET', `files/${file.id}`)).toBe('forbidden');
    expect(await refusal(await buildUser(api.knex), 'GET', `files/${file.id}`)).toBe('forbidden');
    const { file: forAll } = await attach(asha, 'all.txt');
    expect(await linkFor(mentor, forAll.id)).toMatch(/^\/files\/private\//u);
  });

  test('is given once for one message, by its sender, while the lesson goes on', async () => {
    const uploadId = await sent(asha, notes());
    const body = { uploadId, name: 'a.txt', to: null };
    const client = await api.as(asha);
    const first = await client.post(chatAttachment, path('chat/files'), body);
    expect((await client.post(chatAttachment, path('chat/files'), body)).file).toEqual(first.file);
    expect(await refusal(asha, 'POST', 'chat/files', { ...body, to: kabir.id })).toBe('wrong_state');
    expect(await refusal(kabir, 'POST', 'chat/files', body)).toBe('not_found');
    await lesson.$query(api.knex).patch({ state: 'completed' });
    const late = { ...body, uploadId: await sent(asha, notes()) };
    expect(await refusal(asha, 'POST', 'chat/files', late)).toBe('wrong_state');
  });

  test('is judged by its content: pictures are drawn anew, programs and unknown kinds are refused', async () => {
    const secret = 'the place where it was taken';
    const drawn = pictureOf(60, 40).withExif({ IFD0: { Copyright: secret } });
    const photo = await drawn.jpeg().toBuffer();
    expect(photo.includes(secret)).toBe(true);
    const { file } = await attach(asha, 'photo.png', null, photo);
    expect(file).toMatchObject({ name: 'photo.png.jpg', type: 'image/jpeg' });
    const kept = await api.bytesOf(await linkFor(asha, file.id));
    expect([kept.includes(secret), kept.length]).toEqual([false, file.bytes]);
    expect((await attach(asha, 'film.mp4', null, mp4Of(2_000))).file.type).toBe('video/mp4');

    const me = await api.uploaderOf(asha);
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)]);
    for (const wrong of [program, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.from('a\0b')]) {
      const { code, detail } = await me.refused('sessionFile', wrong);
      expect([code, detail]).toEqual(['unsupported_media_type', expect.stringContaining('Programs are not')]);
    }
    const script = { uploadId: await sent(asha, notes('@echo off')), to: null };
    for (const name of ['run.bat', 'gpj.\u202Ebat', 'a.txt.vbs'])
      expect(await refusal(asha, 'POST', 'chat/files', { ...script, name })).toBe('unsupported_media_type');
    expect((await (await me.begin('sessionFile', 30_000_000)).json()) as object).toMatchObject({
      code: 'too_large',
    });
  });

  test('goes with its sender’s account, and unused ones after a day', async () => {
    const { file } = await attach(asha, 'a.txt');
    const unused = await sent(kabir, notes());
    const later = new Date(api.now().getTime() + 25 * 3_600_000);
    await cleanSessionFiles(api, later);
    const row = (id: string) => api.knex('files').where({ id }).first<{ removed_at: string | null }>();
    expect((await row(unused)).removed_at).toBe(later.toISOString());
    expect((await row(file.id)).removed_at).toBeNull();
    await lesson.$query(api.knex).patch({ state: 'completed' });
    const url = await linkFor(mentor, file.id);
    await (await api.as(asha)).post(z.void(), '/api/profile/delete', { password: testPassword });
    expect((await fetch(`${api.url}${url}`)).status).toBe(404);
    expect(await refusal(mentor, 'GET', `files/${file.id}`)).toBe('not_found');
  });
});

describe('what the mentor leaves with a lesson (LES-16, ROOM-17)', () => {
  test('is found by its learners, told once to those who attended, and taken back', async () => {
    const room = factBuilder(lesson.id);
    const fact = room.peerFact(1);
    const stay = [fact({ type: 'peer.joined' }, 0), fact({ type: 'peer.left', reason: 'left' }, 400)];
    for (const one of stay) await recordFact(api.knex, Object.assign(one, { userId: asha.id }));
    await lesson.$query(api.knex).patch({ state: 'completed' });
    const client = await api.as(mentor);
    const leave = async (name: string) =>
      client.post(resource, path('resources'), { uploadId: await sent(mentor, notes()), name });
    const slides = await leave('slides.txt');
    await leave('more.txt');
    const list = async (who: User) => (await (await api.as(who)).get(resources, path('resources'))).items;
    expect((await list(kabir)).map(({ name }) => name)).toEqual(['slides.txt', 'more.txt']);
    const told = await Notification.query(api.knex).where({ kind: 'session.resources' });
    expect(told).toMatchObject([{ userId: asha.id, path: `/sessions/${lesson.id}` }]);
    expect(await linkFor(kabir, slides.id)).toMatch(/^\/files\/private\//u);

    await client.post(z.void(), path(`resources/${slides.id}/remove`));
    expect((await list(asha)).map(({ name }) => name)).toEqual(['more.txt']);
    expect(await refusal(asha, 'GET', `files/${slides.id}`)).toBe('not_found');
    expect(await refusal(await buildUser(api.knex, { role: 'mentor' }), 'GET', 'resources')).toBe(
      'forbidden',
    );
    const other = { uploadId: randomUUID(), name: 'x.txt' };
    expect(await refusal(mentor, 'POST', 'resources', other)).toBe('not_found');
  });
});
