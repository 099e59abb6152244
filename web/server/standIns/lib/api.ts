import { AsyncLocalStorage } from 'node:async_hooks';
import type { z } from 'zod';
import type { AskApi } from '../../../../api/contracts/pages.ts';
import type { api as realApi } from '../../../lib/api.ts';
import { ApiError, problemOf } from '../../../lib/problem.ts';

/** Whose page is being made, and what it was told: kept apart although several are made at a time. */
export const asking = new AsyncLocalStorage<{
  ask: AskApi;
  answers: Map<string, unknown>;
  missing: boolean;
}>();

type Query = Record<string, string | number | undefined>;

async function get<S extends z.ZodType>(path: string, schema: S, about: { query?: Query } = {}) {
  const page = asking.getStore();
  if (!page) throw new Error('the API is asked outside a page');
  const { status, body } = await page.ask(addressOf(path, about.query));
  if (status === 404) page.missing = true;
  if (status !== 200) throw problemOf(status, body);
  page.answers.set(path, body);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiError('unexpected_answer', status);
  return parsed.data;
}

function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `${path}?${search}` : path;
}

const refuse = () => Promise.reject(new Error('the server only reads'));

/** On the server the API is asked within the process. */
export const api: typeof realApi = { get, post: refuse, download: refuse };
