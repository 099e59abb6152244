import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { recordMessage } from '../../api/chat/index.ts';
import { keptChat } from '../../api/contracts/chat.ts';
import type { Session } from '../../api/sessions/index.ts';
import { exportSections, writeSection } from '../../api/privacy/sections.ts';
import { buildBooking, buildSession, buildUser, testPassword } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
let lesson: Session;
let mentor: User;
let asha: User;
let kabir: User;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const build = (name: string, role: 'mentor' | 'learner' = 'learner') =>
    buildUser(api.knex, { name, role, timeZone: 'Asia/Kolkata' });
  [mentor, asha, kabir] = await Promise.all([build('Ravi', 'mentor'), build('Asha'), build('Kabir')]);
  lesson = await buildSession(api.knex, {
    ...{ mentorId: mentor.id, title: 'Go & <Rust>', state: 'completed', capacity: 3 },
    startsAt: '2026-01-05T10:00:00.000Z',
  });
  for (const { id } of [asha, kabir])
    await buildBooking(api.knex, { learnerId: id, sessionId: lesson.id, state: 'attended' });
});

let position = 0;
const entry = (by: User, text: string, to: User | null = null) => ({
  kind: 'chat' as const,
  ...{ id: randomUUID(), clientId: randomUUID(), position: (position += 1), at: '2026-01-05T10:05:00.000Z' },
  ...{ sessionId: lesson.id, roomCode: lesson.roomCode, userId: by.id, name: by.name, text },
  to: to && { userId: to.id, name: to.name },
});
const said = async (by: User, text: string, to: User | null = null) => {
  const message = entry(by, text, to);
  await recordMessage(api.knex, message);
  return message;
};
const chatPath = () => `/api/sessions/${lesson.id}/chat`;
const read = async (who: User, query = '') => (await api.as(who)).get(keptChat, `${chatPath()}${query}`);
const texts = async (who: User) => (await read(who)).items.map(({ text }) => text);
const transcript = async (who: User, format: string) =>
  (await api.as(who)).send('GET', `${chatPath()}/transcript?format=${format}`);

describe('a lesson’s chat (ROOM-8)', () => {
  test('is kept once, and read by those who took part: private words by their two alone', async () => {
    const first = await said(asha, 'to all');
    await recordMessage(api.knex, first);
    // Sent again after the room's log was lost.
    await recordMessage(api.knex, { ...first, id: randomUUID(), position: (position += 1) });
    await said(asha, 'to Kabir', kabir);
    await said(kabir, 'to Asha', asha);
    await said(mentor, 'to all too');
    expect(await texts(asha)).toEqual(['to all', 'to Kabir', 'to Asha', 'to all too']);
    expect(await texts(kabir)).toEqual(['to all', 'to Kabir', 'to Asha', 'to all too']);
    expect(await texts(mentor)).toEqual(['to all', 'to all too']);
    const admin = await buildUser(api.knex, { role: 'admin' });
    for (const stranger of [admin, await buildUser(api.knex)])
      expect((await (await api.as(stranger)).refused('GET', chatPath())).code).toBe('forbidden');
    const [, , back] = (await read(asha)).items;
    expect(back).toMatchObject({ by: { id: kabir.id, name: 'Kabir' }, to: { id: asha.id, name: 'Asha' } });
  });

  test('comes page by page', async () => {
    for (const text of ['1', '2', '3']) await said(asha, text);
    const page = await read(mentor, '?limit=2');
    expect(page.items.map(({ text }) => text)).toEqual(['1', '2']);
    const next = await read(mentor, `?limit=2&cursor=${page.nextCursor}`);
    expect([next.items.map(({ text }) => text), next.nextCursor]).toEqual([['3'], null]);
  });

  test('is downloaded as text, with private words only for their two', async () => {
    await said(asha, 'Look:\n```js\nlet a = 1;\n```');
    await said(asha, 'psst', kabir);
    const { status, headers, body } = await transcript(kabir, 'text');
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'attachment; filename="peerlearn-chat-2026-01-05.txt"',
    ]);
    expect(body).toContain('Chat of “Go & <Rust>”');
    expect(body).toContain('Monday');
    expect(body).toContain('Asha\n    Look:\n    ```js\n    let a = 1;\n    ```\n');
    expect(body).toContain('Asha to Kabir only\n    psst\n');
    expect((await transcript(mentor, 'text')).body).not.toContain('psst');
    expect((await transcript(await buildUser(api.knex), 'text')).status).toBe(403);
  });

  test('is downloaded as a page in which nothing that was written is markup', async () => {
    await said(asha, '<script>alert(1)</script>\n```\n<b>x</b>\n```');
    const { headers, body } = await transcript(mentor, 'html');
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'text/html; charset=utf-8',
      'attachment; filename="peerlearn-chat-2026-01-05.html"',
    ]);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(body).toContain('<title>Chat of “Go &amp; &lt;Rust&gt;”</title>');
    expect(body).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><pre>&lt;b&gt;x&lt;/b&gt;</pre>');
    expect(body).not.toMatch(/<script|<b>x|https?:/u);
  });

  test('goes with its author’s account, whose late words are not written after them, and into their export', async () => {
    await said(asha, 'mine', kabir);
    await said(kabir, 'not hers');
    const rows: string[] = [];
    for await (const part of writeSection(api.knex, asha.id, exportSections.chat, () => undefined))
      rows.push(part);
    expect(JSON.parse(rows.join(''))).toEqual([
      { title: 'Go & <Rust>', saidAt: '2026-01-05T10:05:00.000Z', toName: 'Kabir', text: 'mine', file: null },
    ]);
    await (await api.as(asha)).post(z.void(), '/api/profile/delete', { password: testPassword });
    await said(asha, 'too late');
    expect(await texts(kabir)).toEqual(['not hers']);
  });
});
