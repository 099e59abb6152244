import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordBoard } from '../../api/board/index.ts';
import { boardChanges, boardImage } from '../../api/contracts/board.ts';
import type { BoardItem } from '../../media/contracts/board.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { type FilesApi, startFilesApi } from '../support/filesApi.ts';
import { pictureOf } from '../support/mediaFiles.ts';

let api: FilesApi;
beforeAll(async () => {
  api = await startFilesApi();
});
afterAll(() => api.close());

const element = (id: string, version: number, isDeleted = false): BoardItem => ({
  kind: 'element',
  pageId: 'first',
  element: {
    id,
    type: 'freedraw',
    version,
    versionNonce: 1,
    isDeleted,
    index: 'a0',
    x: version,
    y: 0,
    points: [],
  },
});

it('gives a lesson’s board as it is, as it was at a moment, and all that happened (ROOM-9, ROOM-17)', async () => {
  const mentor = await buildUser(api.knex, { role: 'mentor' });
  const { id: sessionId, roomCode } = await buildSession(api.knex, { mentorId: mentor.id, state: 'live' });
  const about = {
    kind: 'board' as const,
    at: new Date().toISOString(),
    sessionId,
    roomCode,
    userId: mentor.id,
  };
  const entries = [
    { ...about, position: 1_000, items: [element('a', 1), element('b', 1)] },
    { ...about, position: 2_000, items: [element('a', 2)] },
    { ...about, position: 3_000, items: [element('b', 2, true), element('c', 1)] },
  ];
  for (const entry of entries) await recordBoard(api.knex, entry);
  // Brought twice, and brought again because Redis had lost the room: kept once.
  await recordBoard(api.knex, entries[0]!);
  await recordBoard(api.knex, { ...entries[1]!, position: 9_000 });
  const client = await api.as(mentor);
  const read = async (query: string) => {
    const found: string[] = [];
    let cursor: string | null = '';
    do {
      const at = cursor === '' ? '' : `&cursor=${cursor}`;
      const { status, body } = await client.send('GET', `/api/sessions/${sessionId}/board${query}${at}`);
      expect(status).toBe(200);
      const { items, nextCursor } = boardChanges.parse(body);
      for (const { item } of items)
        if (item.kind === 'element')
          found.push(`${item.element.id}${item.element.version}${item.element.isDeleted ? ' gone' : ''}`);
      cursor = nextCursor;
    } while (cursor !== null);
    return found;
  };
  expect(await read('?limit=2')).toEqual(['a2', 'b2 gone', 'c1']);
  expect(await read('?limit=1&until=2500')).toEqual(['b1', 'a2']);
  expect(await read('?until=999')).toEqual([]);
  expect(await read('/changes?limit=2')).toEqual(['a1', 'b1', 'a2', 'b2 gone', 'c1']);
});

it('shows an image on the board to who takes part in the lesson, drawn anew, and only what was put there (ROOM-9)', async () => {
  const [mentor, asha] = [await buildUser(api.knex, { role: 'mentor' }), await buildUser(api.knex)];
  const lesson = await buildSession(api.knex, { mentorId: mentor.id, state: 'live' });
  await buildBooking(api.knex, { learnerId: asha.id, sessionId: lesson.id });
  const path = `/api/sessions/${lesson.id}/board/images`;
  const uploader = await api.uploaderOf(mentor);
  const sent = async () => (await uploader.sent('boardImage', await pictureOf(300, 200).png().toBuffer())).id;
  const [fileId, elsewhere] = [await sent(), await sent()];
  const [asMentor, asAsha] = [await api.as(mentor), await api.as(asha)];
  // One's own file alone can be put there.
  expect((await asAsha.refused('POST', path, { fileId })).code).toBe('not_found');
  await asMentor.post(boardImage, path, { fileId });
  expect(await asMentor.post(boardImage, path, { fileId })).toMatchObject({ fileId });
  const { url } = await asAsha.get(boardImage, `${path}/${fileId}`);
  const answer = await fetch(`${api.url}${url}`);
  expect(answer.headers.get('content-type')).toBe('image/webp');
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
  expect((await asAsha.refused('GET', `${path}/${elsewhere}`)).code).toBe('not_found');
});

it('writes nothing after someone whose account is gone', async () => {
  const { id: sessionId, roomCode } = await buildSession(api.knex, { state: 'live' });
  const about = { kind: 'board' as const, at: new Date().toISOString(), sessionId, roomCode };
  await recordBoard(api.knex, { ...about, userId: randomUUID(), position: 1, items: [element('a', 1)] });
  expect(await api.knex('board_changes').where({ session_id: sessionId })).toEqual([]);
});
