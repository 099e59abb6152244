// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { serverNow } from '../../web/lib/clock.ts';
import { createApi } from '../../web/lib/api.ts';
import { createCredentials } from '../../web/lib/credentials.ts';
import { ApiError } from '../../web/lib/problem.ts';

const userId = '0b8f6a52-97e0-4c58-9f0a-3a2f5b1c7d10';
const answer = z.object({ value: z.number() });
type Handler = (request: {
  path: string;
  method: string;
  token: string | null;
}) => Response | Promise<Response>;

/** A fetch that records what was asked and answers by the given function. */
function network(handle: Handler) {
  const asked: string[] = [];
  const send: typeof fetch = async (path, init) => {
    const token = new Headers(init?.headers).get('authorization');
    const request = { path: path as string, method: init?.method ?? 'GET', token };
    asked.push(`${request.method} ${request.path}`);
    return handle(request);
  };
  return { send, asked };
}

const json = (status: number, body: unknown) => Response.json(body, { status });
const problem = (status: number, code: string, more: object = {}) =>
  json(status, { type: 'about:blank', title: code, status, code, ...more });
const loggedIn = (accessToken: string) => ({
  accessToken,
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
  user: {
    id: userId,
    role: 'learner' as const,
    name: 'Ananya Das',
    email: 'ananya@example.in',
    locale: 'en' as const,
    timeZone: 'Asia/Kolkata',
    pictureUrl: null,
  },
});

function build(handle: Handler) {
  const { send, asked } = network(handle);
  const credentials = createCredentials(send);
  const pauses: number[] = [];
  const api = createApi({ send, credentials, pause: (ms) => Promise.resolve(void pauses.push(ms)) });
  return { api, credentials, asked, pauses };
}

/** Locks as a browser keeps them: one holder a name, across all that use them. */
function browserLocks() {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, act: () => Promise<unknown>) => {
      const turn = (tails.get(name) ?? Promise.resolve()).then(act, act);
      tails.set(name, turn);
      return turn;
    },
  };
}

/** Channels as a browser keeps them: what one says, the others of its name hear. Node's own speaks other events. */
function browserChannels() {
  const open = new Set<Channel>();
  class Channel {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    readonly name: string;
    constructor(name: string) {
      this.name = name;
      open.add(this);
    }
    postMessage(data: unknown) {
      for (const other of open) if (other !== this && other.name === this.name) other.onmessage?.({ data });
    }
  }
  return Channel;
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('BroadcastChannel', browserChannels());
  vi.stubGlobal('navigator', { ...navigator, locks: browserLocks() });
});
afterEach(() => vi.unstubAllGlobals());

describe('an expired access token', () => {
  it('is refreshed once for calls made side by side, and each is repeated with the new one', async () => {
    const { api, credentials, asked } = build(({ path, token }) => {
      if (path === '/api/auth/refresh') return json(200, loggedIn('new'));
      return token === 'Bearer new' ? json(200, { value: 1 }) : problem(401, 'not_signed_in');
    });
    credentials.loggedIn(loggedIn('old'));
    const values = await Promise.all([1, 2, 3].map(() => api.get('/api/a', answer)));
    expect(values).toEqual([{ value: 1 }, { value: 1 }, { value: 1 }]);
    expect(asked.filter((line) => line === 'POST /api/auth/refresh')).toHaveLength(1);
    expect(credentials.accessToken()).toBe('new');
  });

  it('is never refreshed by two tabs at the same time', async () => {
    let underWay = 0;
    let most = 0;
    const refresh: Handler = async () => {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      return json(200, loggedIn('new'));
    };
    const one = build(refresh);
    const other = build(refresh);
    await Promise.all([one.credentials.refresh(), other.credentials.refresh()]);
    expect(most).toBe(1);
  });

  it('whose log-in is over leaves the page to who reads it, without a token, and the first refusal', async () => {
    const { api, credentials, asked } = build(({ path }) =>
      path === '/api/auth/refresh' ? problem(401, 'session_expired') : problem(401, 'not_signed_in'),
    );
    credentials.loggedIn(loggedIn('old'));
    await expect(api.get('/api/a', answer)).rejects.toMatchObject({ code: 'not_signed_in', status: 401 });
    expect(credentials.user()?.id).toBe(userId);
    expect(credentials.lapsed()).toBe(true);
    expect(credentials.isLoggedIn()).toBe(false);
    expect(await credentials.freshToken()).toBeUndefined();
    expect(asked.filter((line) => line === 'POST /api/auth/refresh')).toHaveLength(1);
    credentials.loggedIn(loggedIn('again'));
    expect(credentials.lapsed()).toBe(false);
    expect(credentials.isLoggedIn()).toBe(true);
  });

  it('whose owner does not log in again leaves a visitor', async () => {
    const { credentials } = build(() => problem(401, 'session_expired'));
    credentials.loggedIn(loggedIn('old'));
    await credentials.refresh();
    credentials.leave();
    expect(credentials.user()).toBeNull();
    expect(credentials.lapsed()).toBe(false);
    expect(credentials.known()).toBe(true);
  });

  it('is not what a wrong password means: that is tried once', async () => {
    const { api, credentials, asked } = build(() => problem(401, 'wrong_credentials'));
    credentials.loggedIn(loggedIn('good'));
    await expect(api.post('/api/a', answer, {})).rejects.toMatchObject({ code: 'wrong_credentials' });
    expect(asked).toEqual(['POST /api/a']);
    expect(credentials.isLoggedIn()).toBe(true);
  });

  it('stays a log-in when the server cannot be asked', async () => {
    const { credentials } = build(() => problem(503, 'unavailable'));
    credentials.loggedIn(loggedIn('old'));
    await expect(credentials.refresh()).rejects.toBeInstanceOf(ApiError);
    expect(credentials.user()?.name).toBe('Ananya Das');
  });
});

describe('restoring a log-in', () => {
  it('asks nothing for a visitor', async () => {
    const { credentials, asked } = build(() => problem(401, 'session_expired'));
    await credentials.restore();
    expect(asked).toEqual([]);
    expect(credentials.known()).toBe(true);
  });
  it('comes before any call, so that nothing is asked for in a visitor’s name', async () => {
    const { api, credentials, asked } = build(({ path, token }) => {
      if (path === '/api/auth/refresh') return json(200, loggedIn('new'));
      return json(200, { value: token === 'Bearer new' ? 1 : 0 });
    });
    localStorage.setItem('peerlearn.signed-in', '1');
    void credentials.restore();
    expect(await api.get('/api/a', answer)).toEqual({ value: 1 });
    expect(asked).toEqual(['POST /api/auth/refresh', 'GET /api/a']);
  });
  it('takes up the log-in that the browser remembers', async () => {
    const { credentials } = build(() => json(200, loggedIn('new')));
    credentials.loggedIn(loggedIn('old'));
    const again = createCredentials(() => Promise.resolve(json(200, loggedIn('new'))));
    await again.restore();
    expect(again.user()?.id).toBe(userId);
  });
});

describe('another tab', () => {
  it('is logged in and out together with this one', async () => {
    const one = build(() => json(200, loggedIn('one')));
    const other = build(() => json(200, loggedIn('other')));
    one.credentials.loggedIn(loggedIn('one'));
    await vi.waitFor(() => expect(other.credentials.accessToken()).toBe('other'));
    one.credentials.loggedOut();
    expect(other.credentials.user()).toBeNull();
    expect(other.credentials.lapsed()).toBe(false);
  });
});

describe('a network that fails', () => {
  it('is tried again for reading calls, with growing pauses', async () => {
    let calls = 0;
    const { api, pauses } = build(() => {
      calls += 1;
      if (calls < 3) throw new TypeError('fetch failed');
      return json(200, { value: 7 });
    });
    await expect(api.get('/api/a', answer)).resolves.toEqual({ value: 7 });
    expect(pauses).toEqual([400, 1200]);
  });
  it('is not tried again for writing calls, which might happen twice', async () => {
    const { api, asked } = build(() => {
      throw new TypeError('fetch failed');
    });
    await expect(api.post('/api/a', answer, {})).rejects.toMatchObject({ code: 'network' });
    expect(asked).toEqual(['POST /api/a']);
  });
});

describe('answers', () => {
  it('that do not fit the contract are refused', async () => {
    const { api } = build(() => json(200, { value: 'seven' }));
    await expect(api.get('/api/a', answer)).rejects.toMatchObject({ code: 'unexpected_answer' });
  });
  it('that refuse carry code and fields', async () => {
    const fields = [{ field: 'topics.2', message: 'too long' }];
    const { api } = build(() => problem(422, 'invalid', { fields }));
    await expect(api.post('/api/a', answer, {})).rejects.toMatchObject({ code: 'invalid', fields });
  });
  it('that say when to try again carry the moment, by the server’s clock', async () => {
    const { api } = build(() => problem(429, 'account_locked', { retryAfterSeconds: 90 }));
    const before = serverNow();
    const refusal = await api.post('/api/a', answer, {}).catch((error: unknown) => error as ApiError);
    expect(refusal).toMatchObject({ code: 'account_locked' });
    const { retryAtMs = 0 } = refusal as ApiError;
    expect(retryAtMs).toBeGreaterThanOrEqual(before + 90_000);
    expect(retryAtMs).toBeLessThanOrEqual(serverNow() + 90_000);
  });
  it('leave out empty query values', async () => {
    const { api, asked } = build(() => json(200, { value: 1 }));
    await api.get('/api/a', answer, { query: { topic: '', cursor: undefined, scope: 'open' } });
    expect(asked).toEqual(['GET /api/a?scope=open']);
  });
});
