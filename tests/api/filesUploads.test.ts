import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Profile, type User } from '../../api/accounts/index.ts';
import { uploaded } from '../../api/contracts/files.ts';
import { cleanFiles } from '../../api/files/index.ts';
import { buildUser } from '../support/builders.ts';
import { type FilesApi, startFilesApi } from '../support/filesApi.ts';
import { mp4Of, pictureOf, webmOf } from '../support/mediaFiles.ts';
import { createUploader, type Uploader } from '../support/uploads.ts';

let api: FilesApi;
let mentor: User;
let me: Uploader;
beforeAll(async () => {
  api = await startFilesApi();
});
beforeEach(async () => {
  mentor = await buildUser(api.knex, { role: 'mentor' });
  me = await api.uploaderOf(mentor);
});
afterAll(() => api.close());

const jpeg = () => pictureOf(900, 600).jpeg().toBuffer();

describe('an upload', () => {
  test('goes on after the line was cut, from where it stopped', async () => {
    const film = mp4Of(3_000_000);
    const path = await me.begun('introVideo', film.length);
    await me.cutOff(path, 0, film, 1_000_000);
    const offset = await me.offset(path);
    expect(offset).toBeLessThanOrEqual(1_000_000);
    // The uploads' own answers, too, carry their request's id.
    expect((await me.call('HEAD', path)).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
    const answer = await me.part(path, offset, film.subarray(offset));
    expect(answer.status).toBe(200);
    const { url } = uploaded.parse(await answer.json());
    expect((await api.bytesOf(url)).equals(film)).toBe(true);
  });

  test('whose last answer was lost has arrived, and what came of it can be asked for', async () => {
    const film = webmOf(10_000);
    const path = await me.begun('introVideo', film.length);
    const answer = uploaded.parse(await (await me.part(path, 0, film)).json());
    expect(await me.offset(path)).toBe(film.length);
    const client = await api.as(mentor);
    expect(await client.get(uploaded, path)).toEqual(answer);
    expect((await Profile.query(api.knex).findById(mentor.id))?.introVideoId).toBe(answer.id);
    expect((await me.part(path, 0, film)).status).toBe(409);

    const page = Buffer.from('<html>');
    const refused = await me.begun('picture', page.length);
    await me.part(refused, 0, page);
    expect(await me.offset(refused)).toBe(page.length);
    expect((await client.refused('GET', refused)).code).toBe('unsupported_media_type');
  });

  test('that is not whole yet has nothing to show, and a wrong place in it is refused', async () => {
    const path = await me.begun('picture', 1_000);
    expect((await (await api.as(mentor)).refused('GET', path)).code).toBe('wrong_state');
    expect((await me.part(path, 500, Buffer.alloc(10))).status).toBe(409);
  });

  test('of somebody else is neither asked, continued, finished nor removed', async () => {
    const path = await me.begun('picture', 1_000);
    const stranger = await buildUser(api.knex);
    const other = await api.uploaderOf(stranger);
    for (const method of ['HEAD', 'DELETE']) expect((await other.call(method, path)).status).toBe(404);
    expect((await other.part(path, 0, Buffer.alloc(1_000))).status).toBe(404);
    expect((await (await api.as(stranger)).refused('GET', path)).code).toBe('not_found');
    expect(await me.offset(path)).toBe(0);
    const visitor = createUploader(api.url, 'nonsense');
    expect((await visitor.begin('picture', 10)).status).toBe(401);
    for (const id of ['..%2F..%2Fpeerlearn.sqlite', '../secrets', 'x'])
      expect((await me.call('HEAD', `/api/uploads/${id}`)).status).toBe(404);
  });

  test('is given up by its owner', async () => {
    const path = await me.begun('picture', 1_000);
    await me.part(path, 0, Buffer.alloc(500));
    expect((await me.call('DELETE', path)).status).toBe(204);
    expect((await me.call('HEAD', path)).status).toBe(404);
    expect(await api.stored(path.slice(-36))).toEqual([]);
  });

  test('left behind makes room for a fourth', async () => {
    const paths: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      paths.push(await me.begun('picture', 1_000));
      api.moveClock(10);
    }
    const statuses = await Promise.all(paths.map(async (path) => (await me.call('HEAD', path)).status));
    expect(statuses).toEqual([404, 200, 200, 200]);
  });

  test('that ran out cannot be gone on with, and is cleaned away with every piece that belongs to nothing', async () => {
    const path = await me.begun('picture', 1_000);
    await me.part(path, 0, Buffer.alloc(500));
    const kept = await me.sent('picture', await jpeg());
    const id = path.slice(-36);
    const late = new Date(api.now().getTime() + 25 * 3_600_000);
    await cleanFiles(api, late);
    expect(await api.stored(id)).toEqual([]);
    expect((await me.call('HEAD', path)).status).toBe(404);
    expect(await api.stored(kept.id)).toHaveLength(2);
    expect((await fetch(`${api.url}${kept.url}`)).status).toBe(200);
  });

  test('two writers of one upload at once: it can be ended, and the bytes are right', async () => {
    const film = mp4Of(2_000_000);
    const path = await me.begun('introVideo', film.length);
    await Promise.all([me.part(path, 0, film), me.part(path, 0, film)]);
    // One of them may have been stopped half-way, and the other refused as it came too late.
    const arrived = await me.offset(path);
    if (arrived < film.length) await me.part(path, arrived, film.subarray(arrived));
    const { url } = uploaded.parse(await (await fetchJson(path)).json());
    expect((await api.bytesOf(url)).equals(film)).toBe(true);
  });
  const fetchJson = (path: string) => me.call('GET', path);
});

describe('a film', () => {
  test.each([
    ['MP4', mp4Of(5_000), 'video/mp4'],
    ['MOV', mp4Of(5_000, 'qt  '), 'video/quicktime'],
    ['WebM', webmOf(5_000), 'video/webm'],
  ])('%s is kept as it is', async (_, film, type) => {
    const { url } = await me.sent('introVideo', film);
    const answer = await fetch(`${api.url}${url}`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(Buffer.from(await answer.arrayBuffer()).equals(film)).toBe(true);
  });

  test('is served in parts (RFC 9110, 14)', async () => {
    const film = mp4Of(5_000);
    const { url } = await me.sent('introVideo', film);
    const ask = (range: string, more: Record<string, string> = {}) =>
      fetch(`${api.url}${url}`, { headers: { range, ...more } });
    const tag = (await fetch(`${api.url}${url}`)).headers.get('etag') ?? '';
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 99],
      ['bytes=4900-', 4900, 4999],
      ['bytes=-10', 4990, 4999],
      ['bytes=4990-9999', 4990, 4999],
    ] as const) {
      const part = await ask(range);
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end}/5000`);
      expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(start, end + 1))).toBe(true);
    }
    for (const range of ['bytes=5000-', 'bytes=-0']) {
      const none = await ask(range);
      expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */5000']);
    }
    for (const range of ['bytes=9-3', 'lines=0-1', 'bytes=0-1,5-6', 'bytes=-'])
      expect((await ask(range)).status).toBe(200);
    expect((await ask('bytes=0-9', { 'if-range': tag })).status).toBe(206);
    expect((await ask('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
    const head = await fetch(`${api.url}${url}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5000']);
  });

  test('that was taken off is not shown any more, even before its bytes are gone', async () => {
    const { url } = await me.sent('introVideo', mp4Of(1_000));
    await (await api.as(mentor)).post(z.void(), '/api/profile/intro-video/remove');
    expect((await fetch(`${api.url}${url}`)).status).toBe(404);
  });
});
