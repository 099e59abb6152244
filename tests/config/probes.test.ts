import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createProbes, type ProbeOptions } from '../../config/probes.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function serve(options: ProbeOptions) {
  const probes = createProbes(options);
  const server = createServer((request, response) => {
    void probes(request, response).then((handled) => handled || response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('probes', () => {
  it('is ready only when every check passes, and names the one that does not', async () => {
    let broken = true;
    const url = await serve({
      checks: {
        database: () => Promise.resolve(),
        redis: () => (broken ? Promise.reject(new Error('gone')) : Promise.resolve()),
      },
    });
    const refused = await fetch(`${url}/readyz`);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toEqual({
      status: 'unavailable',
      checks: { database: 'ok', redis: 'failed' },
    });
    broken = false;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/other`)).status).toBe(404);
  });

  it('shows metrics only to the bearer of the token, event-loop delay among them', async () => {
    const url = await serve({ checks: {}, metricsToken: 'a-token' });
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer another' } })).status).toBe(
      401,
    );
    const shown = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer a-token' } });
    expect(await shown.text()).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});
