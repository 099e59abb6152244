import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveWeb } from '../../api/http/serveWeb.ts';

const segmenter = 'assets/background-1.2.3';
let root: string;
let server: Server;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'peerlearn-web-'));
  await mkdir(join(root, segmenter), { recursive: true });
  for (const file of ['worker.js', 'segment.wasm', 'model.tflite', '../page-a1b2.js'])
    await writeFile(join(root, segmenter, file), 'x');
  const app = new Koa();
  app.use(async (context, next) => {
    context.set('Content-Security-Policy', "script-src 'self'");
    await next();
  });
  app.use(serveWeb(root, () => Promise.resolve()));
  server = createServer((request, response) => void app.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});

async function headersOf(path: string): Promise<Headers> {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/${path}`);
  expect(answer.status).toBe(200);
  return answer.headers;
}

test('only the segmenter’s own workers may compile WebAssembly, and they may do little else (ROOM-2, SEC)', async () => {
  const policy = (await headersOf(`${segmenter}/worker.js`)).get('content-security-policy');
  expect(policy).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  const page = await headersOf('assets/page-a1b2.js');
  expect(page.get('content-security-policy')).toBe("script-src 'self'");
});

test('its files have their types, and are kept for good', async () => {
  const types = {
    'worker.js': 'text/javascript',
    'segment.wasm': 'application/wasm',
    'model.tflite': 'application/octet-stream',
  };
  for (const [file, type] of Object.entries(types)) {
    const headers = await headersOf(`${segmenter}/${file}`);
    expect(headers.get('content-type')).toMatch(new RegExp(`^${type}`));
    expect(headers.get('cache-control')).toContain('immutable');
  }
});
