import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { User } from '../../api/accounts/index.ts';
import { cleanFiles, removeStoredFile } from '../../api/files/index.ts';
import { buildUser } from '../support/builders.ts';
import { type FilesApi, startFilesApi } from '../support/filesApi.ts';
import { mp4Of, pictureOf, webmOf } from '../support/mediaFiles.ts';
import { outboxRows } from '../support/outboxRows.ts';
import type { Uploader } from '../support/uploads.ts';

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

describe('a picture', () => {
  test('becomes the sender’s, drawn anew in two sizes, upright, without its EXIF and place (WEB-6)', async () => {
    const source = await pictureOf(900, 600)
      .withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitude: '12/1 58/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(source).metadata()).exif).toBeDefined();
    const { id, url } = await me.sent('picture', source);
    expect(url).toBe(`/files/pictures/${id}.webp`);
    expect((await User.query(api.knex).findById(mentor.id))?.pictureId).toBe(id);
    for (const [query, size] of [
      ['', 512],
      ['?size=128', 128],
      ['?size=4000', 512],
    ] as const) {
      const drawn = await sharp(await api.bytesOf(url + query)).metadata();
      expect(drawn).toMatchObject({ format: 'webp', width: size, height: size });
      expect([drawn.exif, drawn.orientation, drawn.xmp, drawn.icc]).toEqual(Array(4).fill(undefined));
    }
    expect(await api.stored(id)).toEqual([`${id}-128.webp`, `${id}-512.webp`]);
  });

  test('is served to be kept for ever, and so that nothing in it can run', async () => {
    const { url } = await me.sent('picture', await jpeg());
    const { headers, status } = await fetch(`${api.url}${url}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toBe('inline; filename="picture.webp"');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    const again = await fetch(`${api.url}${url}`, {
      headers: { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  test('takes the place of the last one, whose bytes a job removes after the commit', async () => {
    const first = await me.sent('picture', await jpeg());
    const second = await me.sent('picture', await pictureOf(200, 300).png().toBuffer());
    expect((await User.query(api.knex).findById(mentor.id))?.pictureId).toBe(second.id);
    expect(await outboxRows(api.knex, 'files.remove', first.id)).toHaveLength(1);
    await removeStoredFile(api, first.id);
    await removeStoredFile(api, first.id);
    expect(await api.stored(first.id)).toEqual([]);
    expect((await fetch(`${api.url}${first.url}`)).status).toBe(404);
    expect((await fetch(`${api.url}${second.url}`)).status).toBe(200);
  });

  test('is taken off the profile', async () => {
    const { id } = await me.sent('picture', await jpeg());
    const client = await api.as(mentor);
    await client.post(z.void(), '/api/profile/picture/remove');
    await client.post(z.void(), '/api/profile/picture/remove');
    expect((await User.query(api.knex).findById(mentor.id))?.pictureId).toBeNull();
    expect(await outboxRows(api.knex, 'files.remove', id)).toHaveLength(1);
  });
});

describe('hostile files', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  const bomb = () =>
    sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: 'black' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
  const cases: [string, string, () => Promise<Buffer> | Buffer][] = [
    ['an SVG that is called PNG', 'picture', () => svg],
    ['a page that is called JPG', 'picture', () => page],
    [
      'a page behind the first bytes of a PNG',
      'picture',
      () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), page]),
    ],
    ['a small PNG of 256 million pixels', 'picture', bomb],
    ['a picture that is cut off', 'picture', async () => (await jpeg()).subarray(0, 20_000)],
    ['a GIF', 'picture', () => pictureOf(20, 20).gif().toBuffer()],
    ['a film as picture', 'picture', () => mp4Of(1_000)],
    ['a picture as film', 'introVideo', jpeg],
    ['a page as film', 'introVideo', () => page],
    ['an SVG as film', 'introVideo', () => svg],
    ['a film that is cut off', 'introVideo', () => mp4Of(5_000).subarray(0, 4_000)],
    ['a film with a page behind it', 'introVideo', () => Buffer.concat([mp4Of(1_000), page])],
    ['a WebM with a page behind it', 'introVideo', () => Buffer.concat([webmOf(500), page])],
    ['the head of a film alone', 'introVideo', () => mp4Of(1_000).subarray(0, 24)],
    ['a HEIC picture as film', 'introVideo', () => mp4Of(1_000, 'heic')],
  ];

  test.each(cases)('%s is refused as %s and nothing is left of it', async (_, purpose, make) => {
    const before = await api.stored();
    const refusal = await me.refused(purpose, await make());
    expect(refusal).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect(refusal.detail).toMatch(
      purpose === 'picture' ? 'Use a JPG, PNG or WebP up to 5 MB' : 'Use an MP4, WebM or MOV up to 100 MB',
    );
    expect(await api.stored()).toEqual(before);
    expect(await User.query(api.knex).findById(mentor.id)).toMatchObject({ pictureId: null });
  });

  test('the words are in the person’s language (WEB-11)', async () => {
    const hindi = await api.uploaderOf(await buildUser(api.knex, { locale: 'hi' }));
    expect((await hindi.refused('picture', page)).detail).toMatch(/JPG, PNG या WebP/);
  });

  test('nothing, too much by a byte, and nonsense about the length are refused at the beginning', async () => {
    expect(await me.refused('picture', Buffer.alloc(0))).toMatchObject({ status: 415 });
    for (const [purpose, bytes] of [
      ['picture', 5_000_001],
      ['introVideo', 100_000_001],
    ] as const) {
      const answer = await me.begin(purpose, bytes);
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ code: 'too_large' });
    }
    for (const length of ['-1', 'many', '1.5', ''])
      expect((await me.begin('picture', 1, { 'upload-length': length })).status).toBe(400);
    expect((await me.begin('passwords', 10)).status).toBe(422);
    expect((await me.call('POST', '/api/uploads', { 'upload-defer-length': '1' })).status).toBe(501);
    expect(await me.begin('picture', 5_000_000)).toMatchObject({ status: 201 });
  });

  test('more than was declared is not taken', async () => {
    const whole = await jpeg();
    const path = await me.begun('picture', whole.length - 10);
    const answer = await me.part(path, 0, whole);
    expect(answer.status).toBe(413);
    expect(await me.offset(path)).toBe(0);
  });

  test('a learner has no intro video', async () => {
    const learner = await api.uploaderOf(await buildUser(api.knex));
    expect(await learner.refused('introVideo', mp4Of(1_000))).toMatchObject({ code: 'forbidden' });
  });
});

test('no address leads out of the folder of files', async () => {
  for (const path of [
    '/files/pictures/..%2f..%2fpeerlearn.sqlite',
    '/files/pictures/..%2f..%2fpeerlearn.webp',
    '/files/videos/..%2f..%2fpeerlearn.sqlite',
    '/files/private/..%2f..%2fpeerlearn.sqlite?expires=1&signature=x',
    '/files/uploads/x',
    '/files/',
    '/files',
  ])
    expect((await fetch(`${api.url}${path}`)).status).toBe(404);
});

test('pieces of pictures whose process was killed go after a day', async () => {
  await me.sent('picture', await jpeg());
  const piece = join(api.dataDir, 'files/unfinished/piece');
  await writeFile(piece, 'half');
  await cleanFiles(api, api.now());
  expect(await api.stored()).toContain('piece');
  await utimes(piece, new Date(0), new Date(0));
  await cleanFiles(api, api.now());
  expect(await api.stored()).not.toContain('piece');
});
