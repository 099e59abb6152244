import { randomUUID } from 'node:crypto';
import type { TestApi } from './testApi.ts';

/** A call as the table of a walk names it: `POST /api/bookings/{id}/cancel`. */
export type CallName = `${'GET' | 'POST'} /api/${string}`;

/** Every call that the live OpenAPI document describes. */
export async function describedCalls({ visitor }: TestApi): Promise<CallName[]> {
  const { body } = await visitor.send('GET', '/api/openapi.json');
  const { paths } = body as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}` as CallName),
  );
}

export interface ConcreteCall {
  method: string;
  path: string;
  params: string[];
}

/** The call with its parameters filled in; with ids of nothing unless others are given. */
export function fillCall(name: CallName, values: Record<string, string> = {}): ConcreteCall {
  const [method = '', pattern = ''] = name.split(' ');
  const params = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => param);
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, param: string) => values[param] ?? randomUUID());
  return { method, path, params };
}
