import type { z } from 'zod';
import { noteServerDate } from './clock.ts';
import { credentials, type Credentials } from './credentials.ts';
import { locale } from './locale.ts';
import { ApiError, readProblem } from './problem.ts';

type Query = Record<string, string | number | undefined>;
type Ask = { method: 'GET' | 'POST'; path: string; query?: Query; body?: unknown; signal?: AbortSignal };
type Means = { send: typeof fetch; credentials: Credentials; pause: (ms: number) => Promise<void> };

/** Waits before a reading call is tried again, in milliseconds; a writing call is never repeated by itself. */
const retryPausesMs = [400, 1200];

/**
 * Typed calls of the API: answers are parsed by their contract, refusals become ApiError, an expired access token
 * is refreshed once, reading calls survive a short outage.
 */
export function createApi(means: Means) {
  async function sendSignedIn(ask: Ask): Promise<Response> {
    await means.credentials.settled();
    const tokenUsed = means.credentials.accessToken();
    const response = await sendOnce(means, ask);
    if (!tokenUsed || !(await refusesToken(response))) return response;
    // Another call may have refreshed meanwhile; then its token is tried before asking again.
    const renewed = means.credentials.accessToken() !== tokenUsed || (await means.credentials.refresh());
    return renewed ? sendOnce(means, ask) : response;
  }

  async function sendWithRetries(ask: Ask): Promise<Response> {
    for (const pauseMs of ask.method === 'GET' ? retryPausesMs : []) {
      try {
        const response = await sendSignedIn(ask);
        if (response.status !== 503) return response;
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'network') throw error;
      }
      await means.pause(pauseMs);
    }
    return sendSignedIn(ask);
  }

  async function call<S extends z.ZodType>(schema: S, ask: Ask): Promise<z.output<S>> {
    const response = await sendWithRetries(ask);
    if (!response.ok) throw await readProblem(response);
    const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new ApiError('unexpected_answer', response.status);
    return parsed.data;
  }

  return {
    /** A file that the API writes for this person. */
    download: async (path: string, about: { query?: Query } = {}): Promise<Blob> => {
      const response = await sendWithRetries({ method: 'GET', path, ...about });
      if (!response.ok) throw await readProblem(response);
      return response.blob();
    },
    get: <S extends z.ZodType>(
      path: string,
      schema: S,
      about: { query?: Query; signal?: AbortSignal } = {},
    ) => call(schema, { method: 'GET', path, ...about }),
    post: <S extends z.ZodType>(
      path: string,
      schema: S,
      body?: unknown,
      about: { signal?: AbortSignal } = {},
    ) => call(schema, { method: 'POST', path, body, ...about }),
  };
}

/** A password that was wrong is a 401 too; it must not be tried twice. */
async function refusesToken(response: Response): Promise<boolean> {
  return response.status === 401 && (await readProblem(response.clone())).code !== 'wrong_credentials';
}

async function sendOnce(means: Means, ask: Ask): Promise<Response> {
  const token = means.credentials.accessToken();
  const headers = new Headers({ accept: 'application/json', 'accept-language': locale() });
  if (ask.body !== undefined) headers.set('content-type', 'application/json');
  if (token) headers.set('authorization', `Bearer ${token}`);
  const response = await means
    .send(addressOf(ask), {
      method: ask.method,
      headers,
      credentials: 'same-origin',
      body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
      signal: ask.signal,
    })
    .catch((error: unknown) => {
      if (ask.signal?.aborted) throw error;
      throw new ApiError('network', 0);
    });
  noteServerDate(response.headers.get('date'));
  return response;
}

function addressOf(ask: Ask): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(ask.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${ask.path}?${query}` : ask.path;
}

export const api = createApi({
  send: (...ask) => fetch(...ask),
  credentials,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
