import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appConfig, sessionPage } from '../../api/contracts/index.ts';
import { problem } from '../../api/contracts/errors.ts';
import { buildSession, buildUser, testPassword } from '../support/builders.ts';
import { startTestApi, type TestApi } from '../support/testApi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    METRICS_TOKEN: 'a token for the metrics',
    MEDIA_PUBLIC_URL: 'https://media.example:4443',
  });
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  api.visitor.send('GET', path, undefined, headers);

describe('problem documents', () => {
  test('carry a code, a title, the status, and the id that stands in the log', async () => {
    const answer = await get('/api/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const document = problem.parse(answer.body);
    expect(document).toMatchObject({ code: 'not_found', status: 404 });
    expect(document.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test.each([
    ['DELETE', '/api/sessions', 405, 'method_not_allowed'],
    ['GET', '/api/auth/login', 405, 'method_not_allowed'],
    ['PUT', '/api/sessions/one/live', 405, 'method_not_allowed'],
    ['GET', '/api/sessions/%E0%A4%A', 404, 'not_found'],
    ['GET', '/api', 404, 'not_found'],
  ])('%s %s is %i', async (method, path, status, code) => {
    const answer = await api.visitor.send(method, path);
    expect({ status: answer.status, code: problem.parse(answer.body).code }).toEqual({ status, code });
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET|POST/);
  });

  test.each([
    ['{"email":', 'application/json', 400, 'bad_request'],
    ['"text"', 'application/json', 400, 'bad_request'],
    ['[]', 'application/json', 422, 'invalid'],
    ['email=a@b.c', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['{}', 'text/plain', 415, 'unsupported_media_type'],
    [JSON.stringify({ email: 'x'.repeat(200_000) }), 'application/json', 413, 'too_large'],
  ])('a body like %.20s (%s) is %i', async (body, type, status, code) => {
    const answer = await api.visitor.send('POST', '/api/auth/login', body, { 'content-type': type });
    expect({ status: answer.status, code: problem.parse(answer.body).code }).toEqual({ status, code });
  });

  test('speak the caller’s language (WEB-11)', async () => {
    const body = { email: 'nobody', password: '' };
    const answer = await api.visitor.send('POST', '/api/auth/login', body, {
      'accept-language': 'hi-IN,en;q=0.5',
    });
    const { title, fields } = problem.parse(answer.body);
    for (const text of [title, ...(fields ?? []).map(({ message }) => message)]) expect(text).toMatch(/[ऀ-ॿ]/);
  });

  test('a fault of ours says nothing of its cause', async () => {
    const broken = await startTestApi();
    await broken.knex.schema.renameTable('notifications', 'elsewhere');
    const me = await broken.as(await buildUser(broken.knex));
    const answer = await me.send('GET', '/api/notifications');
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/sql|table|notifications/i);
    await broken.close();
  });
});

describe('security headers', () => {
  test('the policy allows no inline script and only the media node elsewhere', async () => {
    const { headers } = await get('/api/docs');
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values] as const;
      }),
    );
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(
      expect.arrayContaining(["'self'", 'https://media.example:4443', 'wss://media.example:4443']),
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('behind https the refresh cookie is secure', async () => {
    const secure = await startTestApi({ PUBLIC_URL: 'https://learn.example', TRUST_PROXY: 'true' });
    const { email } = await buildUser(secure.knex);
    const body = { email, password: testPassword };
    const answer = await secure.visitor.send('POST', '/api/auth/login', body, {
      'x-forwarded-proto': 'https',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toMatch(/; secure/i);
    await secure.close();
  });
});

describe('the description of the api', () => {
  type Document = { openapi: string; paths: Record<string, Record<string, { responses: object }>> };

  test('lists every route, each with what it takes and answers', async () => {
    const { paths, openapi } = (await get('/api/openapi.json')).body as Document;
    expect(openapi).toMatch(/^3\.1/);
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(calls.sort()).toEqual(
      [
        'GET /api/bookings',
        'GET /api/config',
        'GET /api/landing',
        'GET /api/mentors',
        'GET /api/mentors/{id}',
        'GET /api/mentors/{id}/reviews',
        'GET /api/notifications',
        'GET /api/profile',
        'GET /api/profile/deletion',
        'GET /api/profile/exports',
        'GET /api/profile/logins',
        'GET /api/profile/payout-account',
        'GET /api/profile/preferences',
        'GET /api/profile/two-factor',
        'GET /api/push/key',
        'GET /api/reports',
        'GET /api/rooms/{roomCode}',
        'GET /api/sessions',
        'GET /api/sessions/{id}',
        'GET /api/sessions/{id}/board',
        'GET /api/sessions/{id}/board/changes',
        'GET /api/sessions/{id}/board/images/{fileId}',
        'GET /api/sessions/{id}/attendance',
        'GET /api/sessions/{id}/chat',
        'GET /api/sessions/{id}/chat/transcript',
        'GET /api/sessions/{id}/files/{fileId}',
        'GET /api/sessions/{id}/quality',
        'GET /api/sessions/{id}/recordings',
        'GET /api/sessions/{id}/resources',
        'GET /api/sessions/{id}/review',
        'GET /api/sessions/{id}/topics',
        'GET /api/topics',
        'GET /api/uploads/{id}',
        'POST /api/auth/check-person',
        'POST /api/auth/email-available',
        'POST /api/auth/finish-sign-up',
        'POST /api/auth/login',
        'POST /api/auth/login-by-code',
        'POST /api/auth/login-code',
        'POST /api/auth/logout',
        'POST /api/auth/refresh',
        'POST /api/auth/resend-code',
        'POST /api/auth/reset-code',
        'POST /api/auth/reset-password',
        'POST /api/auth/sign-up',
        'POST /api/auth/totp',
        'POST /api/auth/totp-finish',
        'POST /api/auth/totp-setup',
        'POST /api/bookings',
        'POST /api/bookings/{id}/cancel',
        'POST /api/connection-checks',
        'POST /api/notifications/read-all',
        'POST /api/notifications/{id}/read',
        'POST /api/profile',
        'POST /api/profile/delete',
        'POST /api/profile/exports',
        'POST /api/profile/intro-video/remove',
        'POST /api/profile/logins/end-others',
        'POST /api/profile/logins/{id}/end',
        'POST /api/profile/password',
        'POST /api/profile/payout-account',
        'POST /api/profile/payout-account/remove',
        'POST /api/profile/picture/remove',
        'POST /api/profile/preferences',
        'POST /api/profile/two-factor/begin',
        'POST /api/profile/two-factor/confirm',
        'POST /api/profile/two-factor/off',
        'POST /api/profile/two-factor/recovery-codes',
        'POST /api/push/subscriptions',
        'POST /api/push/subscriptions/end',
        'POST /api/recordings/{id}/compose',
        'POST /api/sessions',
        'POST /api/sessions/{id}/board/images',
        'POST /api/sessions/{id}/cancel',
        'POST /api/sessions/{id}/chat/files',
        'POST /api/sessions/{id}/end',
        'POST /api/sessions/{id}/extend',
        'POST /api/sessions/{id}/live',
        'POST /api/sessions/{id}/reports',
        'POST /api/sessions/{id}/resources',
        'POST /api/sessions/{id}/resources/{fileId}/remove',
        'POST /api/sessions/{id}/review',
        'POST /api/sessions/{id}/ticket',
      ].sort(),
    );
    const created = JSON.stringify(paths['/api/sessions']?.post);
    for (const word of ['durationMinutes', '"maximum":240', 'problem+json', '"201"'])
      expect(created).toContain(word);
  });

  test('is readable as a page, without script', async () => {
    const { body, headers } = await get('/api/docs');
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(body).toContain('/api/sessions/{id}/ticket');
    expect(body).not.toMatch(/<script|style="|\son\w+="/i);
    expect((await get('/api/docs.css')).headers.get('content-type')).toMatch(/^text\/css/);
  });
});

describe('the list that everyone asks for', () => {
  test('shows a change at once, and is made once for many who ask at the same time', async () => {
    const mentor = await api.as(await buildUser(api.knex, { role: 'mentor' }));
    const list = () => api.visitor.get(sessionPage, '/api/sessions');
    await list();
    const startsAt = new Date(api.now().getTime() + 3_600_000).toISOString();
    const made = await mentor.send('POST', '/api/sessions', {
      ...{ title: 'Knots', topics: ['Bowline'], startsAt, durationMinutes: 30 },
    });
    const { id } = made.body as { id: string };
    expect((await list()).items.map((item) => item.id)).toContain(id);

    const learner = await api.as(await buildUser(api.knex));
    await learner.send('POST', '/api/bookings', { sessionId: id });
    const seen = await Promise.all(Array.from({ length: 20 }, list));
    for (const { items } of seen) expect(items.find((item) => item.id === id)?.seatsLeft).toBe(0);
  });

  test('is compressed for those who can read it', async () => {
    for (let i = 0; i < 5; i++) await buildSession(api.knex, { title: `Lesson ${i}` });
    const encoding = await new Promise((resolve, reject) => {
      request(`${api.url}/api/sessions`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        response.resume();
        resolve(response.headers['content-encoding']);
      })
        .on('error', reject)
        .end();
    });
    expect(encoding).toBe('gzip');
  });
});

describe('probes and configuration', () => {
  test('health, readiness, and metrics by route pattern for the bearer of the token', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).body).toMatchObject({ checks: { database: 'ok' } });
    expect((await get('/metrics')).status).toBe(401);
    const { id } = await buildSession(api.knex);
    await get(`/api/sessions/${id}`);
    const { body } = await get('/metrics', { authorization: 'Bearer a token for the metrics' });
    expect(body).toMatch(/http_request_seconds_count\{[^}]*route="\/api\/sessions\/\{id\}"/);
    expect(body).not.toContain(id);
    expect(body).toContain('nodejs_eventloop_lag_seconds');
  });

  test('says whether this is a demo', async () => {
    expect(await api.visitor.get(appConfig, '/api/config')).toMatchObject({ demo: true });
  });
});
