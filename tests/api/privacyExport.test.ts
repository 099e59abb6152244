import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { User } from '../../api/accounts/index.ts';
import { dataExport, dataExports, type DataExport } from '../../api/contracts/privacy.ts';
import { Notification } from '../../api/notifications/index.ts';
import { cleanExports, makeExport } from '../../api/privacy/index.ts';
import { buildBooking, buildSession, buildUser } from '../support/builders.ts';
import { type FilesApi, startFilesApi } from '../support/filesApi.ts';
import { mp4Of, pictureOf } from '../support/mediaFiles.ts';
import { outboxRows } from '../support/outboxRows.ts';
import type { TestClient } from '../support/testClient.ts';
import { unzip } from '../support/unzip.ts';

let api: FilesApi;
let me: User;
let client: TestClient;
beforeAll(async () => {
  api = await startFilesApi();
});
beforeEach(async () => {
  me = await buildUser(api.knex, { role: 'mentor', name: 'Meera <b>Nair</b>' });
  client = await api.as(me);
});
afterAll(() => api.close());

const ask = () => client.post(dataExport, '/api/profile/exports');
const list = async () => (await client.get(dataExports, '/api/profile/exports')).items;
const make = ({ id }: DataExport) => makeExport(api, { exportId: id });
async function madeExport(): Promise<DataExport> {
  const asked = await ask();
  await make(asked);
  const [made] = await list();
  if (!made) throw new Error('no export');
  return made;
}
const contentOf = async ({ downloadUrl }: DataExport) => unzip(await api.bytesOf(downloadUrl ?? ''));
const parsed = (files: Map<string, Buffer>, name: string): unknown =>
  JSON.parse(files.get(name)?.toString() ?? 'null');

describe('the export of one’s data (WEB-6)', () => {
  test('holds everything of mine, and of others their names only', async () => {
    const uploader = await api.uploaderOf(me);
    const { id: pictureId } = await uploader.sent('picture', await pictureOf(300, 300).png().toBuffer());
    const film = mp4Of(4_000);
    const { id: videoId } = await uploader.sent('introVideo', film);
    const learner = await buildUser(api.knex, {
      name: 'Kabir Khan',
      email: `${randomUUID()}@secret.example`,
    });
    const session = await buildSession(api.knex, { mentorId: me.id, title: 'Ragas' });
    await buildBooking(api.knex, { sessionId: session.id, learnerId: learner.id });
    await api.knex('payout_accounts').insert({
      ...{ user_id: me.id, kind: 'upi', sealed: 'a sealed secret', masked: 'me•••@okaxis' },
      changed_at: api.now().toISOString(),
    });
    const quality = { from: session.startsAt, seconds: { good: 54, fair: 3, poor: 0, lost: 1 } };
    await api.knex('session_quality').insert({
      ...{ id: randomUUID(), session_id: session.id, user_id: me.id, role: 'mentor' },
      ...{ measured_from: session.startsAt, measured_to: session.endsAt, quality: JSON.stringify(quality) },
    });
    const recordingId = randomUUID();
    const recorded = { recording_id: recordingId, source: 'microphone', began_at: session.startsAt };
    await api.knex('recordings').insert({
      ...{ id: recordingId, session_id: session.id, state: 'ready', started_at: session.startsAt },
    });
    for (const user_id of [me.id, learner.id])
      await api.knex('recording_segments').insert({ id: randomUUID(), user_id, ...recorded });
    const reported = { userId: learner.id, reason: 'spam', text: 'Sold tea to everyone.' };
    await client.post(z.void(), `/api/sessions/${session.id}/reports`, reported);
    const against = { userId: me.id, reason: 'rude', text: 'Shouted.' };
    await (await api.as(learner)).post(z.void(), `/api/sessions/${session.id}/reports`, against);
    const files = await contentOf(await madeExport());
    expect(parsed(files, 'connections.json')).toMatchObject([{ sessionId: session.id, quality }]);
    expect(parsed(files, 'recordings.json')).toMatchObject([{ title: 'Ragas', source: 'microphone' }]);
    expect(parsed(files, 'recordings.json')).toHaveLength(1);
    expect(parsed(files, 'reports.json')).toMatchObject([
      { title: 'Ragas', reportedName: 'Kabir Khan', reason: 'spam', text: 'Sold tea to everyone.' },
    ]);
    expect(parsed(files, 'account.json')).toMatchObject([{ name: me.name, email: me.email, role: 'mentor' }]);
    expect(parsed(files, 'sessions.json')).toMatchObject([{ title: 'Ragas', domains: ['Coding'] }]);
    expect(parsed(files, 'payout-account.json')).toMatchObject([{ masked: 'me•••@okaxis' }]);
    expect(parsed(files, 'files.json')).toMatchObject([{ id: pictureId }, { id: videoId }]);
    expect(files.get(`files/introVideo-${videoId}.mp4`)?.equals(film)).toBe(true);
    expect(files.get(`files/picture-${pictureId}.webp`)?.length).toBeGreaterThan(100);
    const all = Buffer.concat([...files.values()]).toString();
    for (const secret of [learner.email, me.passwordHash, 'a sealed secret', against.text])
      expect(all).not.toContain(secret);
    const page = files.get('index.html')?.toString() ?? '';
    expect(page).toContain('Meera &lt;b&gt;Nair');
    expect(page).toMatch(/sessions\.json">Sessions that you gave<\/a>\s*<small>1 entry/);
  });

  test('has a page in the person’s language, and many rows in order', async () => {
    me = await buildUser(api.knex, { locale: 'hi' });
    client = await api.as(me);
    const rows = Array.from({ length: 1_203 }, (_, index) => ({
      ...{ id: randomUUID(), userId: me.id, kind: 'session.live' as const, readAt: null },
      ...{ subject: { title: `no. ${index}` }, path: '/' },
      createdAt: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
    }));
    for (const row of rows) await Notification.query(api.knex).insert(row);
    const files = await contentOf(await madeExport());
    expect(files.get('index.html')?.toString()).toContain('<html lang="hi">');
    const told = parsed(files, 'notifications.json') as { subject: { title: string } }[];
    expect(told.map(({ subject }) => subject.title)).toEqual(rows.map(({ subject }) => subject.title));
  });

  test('is made once however often its job runs, and told once', async () => {
    const asked = await ask();
    await Promise.all([make(asked), make(asked)]);
    await make(asked);
    expect(await api.stored(asked.id)).toEqual([`${asked.id}.zip`]);
    expect(await Notification.query(api.knex).where({ userId: me.id })).toMatchObject([
      { kind: 'account.exportReady', path: '/dashboard/mentor/settings' },
    ]);
    expect((await contentOf((await list())[0]!)).size).toBeGreaterThan(10);
  });

  test('stopped in the middle leaves nothing, and the next run makes it', async () => {
    const asked = await ask();
    const stopped = makeExport(api, { exportId: asked.id }, AbortSignal.abort());
    await expect(stopped).rejects.toThrow();
    expect(await api.stored(asked.id)).toEqual([]);
    expect((await list())[0]).toMatchObject({ state: 'preparing', downloadUrl: null });
    await make(asked);
    expect((await list())[0]).toMatchObject({ state: 'ready' });
  });

  test('is asked for one at a time, and a few times a day', async () => {
    const first = await ask();
    expect(await outboxRows(api.knex, 'privacy.export', first.id)).toHaveLength(1);
    expect((await client.refused('POST', '/api/profile/exports')).code).toBe('wrong_state');
    await make(first);
    for (let count = 0; count < 2; count += 1) await make(await ask());
    const refused = await client.refused('POST', '/api/profile/exports');
    expect(refused.code).toBe('too_many_requests');
    expect(refused.retryAfterSeconds).toBeGreaterThan(80_000);
    expect((await api.visitor.refused('POST', '/api/profile/exports')).code).toBe('not_signed_in');
  });

  test('two asked for at once are one', async () => {
    const answers = await Promise.all([1, 2].map(() => client.send('POST', '/api/profile/exports')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('is removed after seven days', async () => {
    const made = await madeExport();
    expect(Date.parse(made.expiresAt ?? '') - api.now().getTime()).toBeGreaterThan(6.9 * 24 * 3_600_000);
    const later = new Date(api.now().getTime() + 7 * 24 * 3_600_000 + 60_000);
    await cleanExports(api, later);
    expect(await api.stored(made.id)).toEqual([]);
    expect((await list())[0]).toMatchObject({ state: 'expired', downloadUrl: null });
    expect((await fetch(api.url + (made.downloadUrl ?? ''))).status).toBe(404);
  });

  test('is for its owner: nobody else lists it', async () => {
    await madeExport();
    const other = await api.as(await buildUser(api.knex));
    expect((await other.get(dataExports, '/api/profile/exports')).items).toEqual([]);
  });
});

describe('a signed link', () => {
  test('is an attachment that is kept nowhere', async () => {
    const { downloadUrl, bytes } = await madeExport();
    const { headers, status } = await fetch(api.url + (downloadUrl ?? ''));
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="peerlearn-[\d-]+\.zip"$/);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-length')).toBe(String(bytes));
  });

  test('that is forged, changed or of another file is refused; one that ran out is gone', async () => {
    const made = await madeExport();
    const url = new URL(made.downloadUrl ?? '', api.url);
    const statusOf = async (change: (changed: URL) => void) => {
      const changed = new URL(url);
      change(changed);
      return (await fetch(changed)).status;
    };
    expect(await statusOf(({ searchParams }) => searchParams.set('expires', '9999999999'))).toBe(403);
    expect(await statusOf(({ searchParams }) => searchParams.set('signature', 'x'.repeat(43)))).toBe(403);
    expect(await statusOf(({ searchParams }) => searchParams.delete('signature'))).toBe(403);
    expect(await statusOf(({ searchParams }) => searchParams.append('expires', '1'))).toBe(403);
    expect(await statusOf((changed) => (changed.pathname = `/files/private/${randomUUID()}`))).toBe(403);
    expect(await statusOf(() => undefined)).toBe(200);
    api.moveClock(16 * 60_000);
    expect(await statusOf(() => undefined)).toBe(410);
  });
});
