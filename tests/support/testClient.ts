import type { z } from 'zod';
import { problem, type Problem } from '../../api/contracts/errors.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text of anything else. */
  body: unknown;
}

/** Calls an api as one person, or as a visitor. */
export interface TestClient {
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A good answer, parsed by its contract. @throws Error with the answer when it is not good. */
  get<S extends z.ZodType>(answer: S, path: string): Promise<z.output<S>>;
  post<S extends z.ZodType>(answer: S, path: string, body?: unknown): Promise<z.output<S>>;
  /** The problem document of a call that must be refused. @throws Error when it is not. */
  refused(method: string, path: string, body?: unknown): Promise<Problem>;
}

export function createClient(url: string, accessToken?: string): TestClient {
  const send: TestClient['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(accessToken && { authorization: `Bearer ${accessToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const good = async <S extends z.ZodType>(schema: S, method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    if (answer.status < 300) return schema.parse(answer.status === 204 ? undefined : answer.body);
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  return {
    send,
    get: (schema, path) => good(schema, 'GET', path),
    post: (schema, path, body) => good(schema, 'POST', path, body),
    refused: async (method, path, body) => {
      const answer = await send(method, path, body);
      if (answer.status < 400) throw new Error(`${method} ${path} was not refused: ${answer.status}`);
      const document = problem.parse(answer.body);
      if (document.status !== answer.status) throw new Error(`${document.status} is not ${answer.status}`);
      return document;
    },
  };
}
