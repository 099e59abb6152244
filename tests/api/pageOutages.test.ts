import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { answerPages } from '../../api/pages/answerPage.ts';
import type { AskApi } from '../../api/contracts/pages.ts';
import { keepPages } from '../../api/pages/keepPages.ts';
import { createLogger } from '../../config/logger.ts';
import { projectRoot } from '../../config/settings.ts';
import { ensureWebBuild } from '../../bin/setup/webBuild.ts';

const built = { web: join(projectRoot, 'web/dist'), bundle: join(projectRoot, 'web/dist-server') };
const opened: (() => unknown)[] = [];
beforeAll(() => ensureWebBuild(), 180_000);
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** Pages by themselves, with an API that behaves as the test wants. */
async function serve(ask: AskApi, { folders = built, perMinute = 1000, patienceMs = 30_000 } = {}) {
  const logger = createLogger('api', { logLevel: 'silent' });
  const answer = await answerPages({
    folders,
    ask,
    origin: 'https://learn.example',
    logger,
    perMinute,
    patienceMs,
  });
  const server = new Koa().use(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return {
      status: response.status,
      html: await response.text(),
      robots: response.headers.get('x-robots-tag'),
    };
  };
}

async function ownFolders() {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-pages-'));
  opened.push(() => rm(folder, { recursive: true }));
  return { web: join(folder, 'dist'), bundle: join(folder, 'dist-server') };
}

const isShell = /<div id="app"><\/div>/;
const emptyLanding = { liveCount: 0, openCount: 0, mentorCount: 0, topSessions: [], bestMentors: [] };
const nothing: AskApi = () => Promise.resolve({ status: 200, body: { items: [], nextCursor: null } });
const knownAnswers: AskApi = (path) =>
  path.startsWith('/api/landing') ? Promise.resolve({ status: 200, body: emptyLanding }) : nothing(path);

test('without the server’s bundle every page is the plain shell (ERR)', async () => {
  const folders = await ownFolders();
  await cp(built.web, folders.web, { recursive: true });
  const read = await serve(nothing, { folders });
  expect(await read('/sessions')).toMatchObject({
    status: 200,
    html: expect.stringMatching(isShell) as string,
    robots: null,
  });
});

test('a bundle that cannot be loaded takes nothing else with it (ERR)', async () => {
  const folders = await ownFolders();
  await cp(built.web, folders.web, { recursive: true });
  await mkdir(folders.bundle);
  await writeFile(join(folders.bundle, 'entry.js'), 'throw new Error("broken")');
  const read = await serve(nothing, { folders });
  expect((await read('/sessions')).html).toMatch(isShell);
});

test('a page whose data fail or do not come in time is the plain shell, and is tried again (ERR, PERF-4)', async () => {
  const answers: { next: AskApi } = { next: nothing };
  const read = await serve((path) => answers.next(path), { patienceMs: 500 });
  answers.next = () => Promise.resolve({ status: 503, body: {} });
  expect(await read('/sessions')).toMatchObject({
    status: 200,
    html: expect.stringMatching(isShell) as string,
    robots: null,
  });
  answers.next = () => Promise.reject(new Error('the database is away'));
  expect((await read('/sessions')).html).toMatch(isShell);
  answers.next = () => new Promise<never>(() => undefined);
  expect((await read('/mentors')).html).toMatch(isShell);
  answers.next = knownAnswers;
  await expect.poll(async () => (await read('/sessions')).html).toContain('<h1');
  expect((await read('/sessions')).html).not.toMatch(isShell);
});

test('an address that asks for ever new pages gets the plain shell, and what is kept as before (SEC)', async () => {
  const read = await serve(knownAnswers, { perMinute: 2 });
  expect((await read('/sessions')).html).toContain('<h1');
  expect((await read('/sessions?q=a')).html).toContain('<h1');
  expect(await read('/sessions?q=b')).toMatchObject({
    ...{ status: 200, html: expect.stringMatching(isShell) as string, robots: null },
  });
  expect((await read('/sessions')).html).toContain('<h1');
});

test('pages are made once for those who ask together, sent stale while made anew, and few are kept', async () => {
  const keep = keepPages<number>({ freshMs: 0, staleMs: 60_000, most: 2 });
  const made: string[] = [];
  const load = (key: string) => () => {
    made.push(key);
    return Promise.resolve(made.length);
  };
  const ask = (key: string) => keep(key, load(key));
  expect(await Promise.all([ask('a'), ask('a')])).toEqual([1, 1]);
  await expect.poll(() => ask('a')).toBeGreaterThan(1);
  made.length = 0;
  await ask('b');
  await ask('c');
  await ask('a');
  expect(made).toEqual(['b', 'c', 'a']);
  const broken = () => Promise.reject(new Error('no page'));
  await expect(keep('d', broken)).rejects.toThrow('no page');
  expect(await ask('d')).toBe(4);
});

test('a page made before something changed is not sent after it (WEB-2, LIVE)', async () => {
  let changes = 0;
  let made = 0;
  const keep = keepPages<number>({ freshMs: 60_000, staleMs: 60_000, most: 5, changes: () => changes });
  const read = () => keep('/', () => Promise.resolve((made += 1)));
  expect([await read(), await read()]).toEqual([1, 1]);
  changes += 1;
  expect([await read(), await read()]).toEqual([2, 2]);
});
