import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';

export interface ProbeOptions {
  /** What must work before this process may be sent work; each throws when it does not. */
  checks: Record<string, () => Promise<void>>;
  /** When set, /metrics answers only to `Authorization: Bearer <token>`. */
  metricsToken?: string | undefined;
}

/** Answers a probe's path; false when the request is for something else. */
export type Probes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

let collecting = false;

/**
 * The three paths every process answers: `/healthz` (it runs), `/readyz` (what it needs is there; 503 names
 * what is not) and `/metrics` (Prometheus text format, event-loop delay among the defaults).
 */
export function createProbes({ checks, metricsToken }: ProbeOptions): Probes {
  if (!collecting) collectDefaultMetrics();
  collecting = true;
  return async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') answer(response, 200, { status: 'ok' });
    else if (path === '/readyz') await answerReady(response, checks);
    else if (path === '/metrics') await answerMetrics(request, response, metricsToken);
    else return false;
    return true;
  };
}

async function answerReady(response: ServerResponse, checks: ProbeOptions['checks']) {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await check();
        return [name, 'ok'] as const;
      } catch {
        return [name, 'failed'] as const;
      }
    }),
  );
  const ready = results.every(([, result]) => result === 'ok');
  answer(response, ready ? 200 : 503, {
    status: ready ? 'ok' : 'unavailable',
    checks: Object.fromEntries(results),
  });
}

async function answerMetrics(request: IncomingMessage, response: ServerResponse, token: string | undefined) {
  if (token !== undefined && !sameText(request.headers.authorization ?? '', `Bearer ${token}`)) {
    response.setHeader('www-authenticate', 'Bearer');
    answer(response, 401, { status: 'a metrics token is needed' });
    return;
  }
  const text = await register.metrics();
  response.writeHead(200, { 'content-type': register.contentType }).end(text);
}

function sameText(given: string, expected: string) {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function answer(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
