import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { buildUser } from '../support/builders.ts';
import { askPage } from '../support/readPage.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ask = (path: string, headers?: Record<string, string>) => askPage(api.url, path, headers);
const ownHeaders = ['date', 'x-request-id'];
const shared = (headers: Awaited<ReturnType<typeof ask>>['headers']) =>
  Object.entries(headers).filter(([name]) => !ownHeaders.includes(name));

describe('what many ask for (PERF-1)', () => {
  test.for(['br', 'gzip', 'identity'])('is the same at the door as behind it: %s', async (encoding) => {
    const [first, second] = [
      await ask('/api/sessions', { 'accept-encoding': encoding }),
      await ask('/api/sessions', { 'accept-encoding': encoding }),
    ];
    expect(second.status).toBe(200);
    expect(second.body.equals(first.body)).toBe(true);
    expect(shared(second.headers).sort()).toEqual(shared(first.headers).sort());
    expect(second.headers['content-security-policy']).toContain("default-src 'self'");
    expect(second.headers['content-length']).toBe(String(second.body.length));
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  test('is packed as each reader can read it', async () => {
    await ask('/api/landing', { 'accept-encoding': 'br' });
    const packed = await ask('/api/landing', { 'accept-encoding': 'br' });
    const plain = await ask('/api/landing', { 'accept-encoding': 'identity' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  });

  test('shows a change at once, and is not told to who is logged in or has it', async () => {
    await ask('/api/sessions');
    const before = await ask('/api/sessions');
    expect(before.body.toString()).not.toContain('Zithers');
    const mentor = await buildUser(api.knex, { role: 'mentor' });
    const asMentor = await api.as(mentor);
    const made = await asMentor.send('POST', '/api/sessions', {
      title: 'Zithers for beginners',
      topics: ['Zithers'],
      startsAt: new Date(api.now().getTime() + 20 * 60_000).toISOString(),
      durationMinutes: 30,
    });
    expect(made.status).toBe(201);
    const after = await ask('/api/sessions');
    expect(after.body.toString()).toContain('Zithers for beginners');
    const tag = String(after.headers.etag);
    expect((await ask('/api/sessions', { 'if-none-match': tag })).status).toBe(304);
    const forged = await ask('/api/sessions', { authorization: 'Bearer forged' });
    expect(forged.status).toBe(401);
  });
});
