import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { session } from '../../../api/contracts/sessions.ts';
import { callApiAs } from '../support/callApi.ts';
import { openNewcomer, openSomeone, phone, shared, type Someone } from '../support/people.ts';
import { until } from '../support/until.ts';

declare global {
  interface Window {
    /** What happened on the page since its very beginning. */
    seen: { shift: number; violations: string[]; blanks: number };
  }
}

const title = `From the server ${Date.now()}`;
let sessionPath: string;
beforeAll(async () => {
  const asMentor = await callApiAs(shared.url, 'mentor');
  const startsAt = new Date(Date.now() + 45 * 24 * 3600_000).toISOString();
  const lesson = { title, topics: ['First paint'], startsAt, durationMinutes: 15 };
  sessionPath = `/sessions/${session.parse(await asMentor('POST', '/api/sessions', lesson)).id}`;
});

/** Runs in the page before its scripts: what moves, what is forbidden, and whether a frame shows no content. */
function watch(): void {
  const seen = { shift: 0, violations: [] as string[], blanks: 0 };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('securitypolicyviolation', (event) =>
    seen.violations.push(
      `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
    ),
  );
  let hadContent = false;
  const look = () => {
    const hasContent = document.querySelector('#main h1') !== null;
    if (hadContent && !hasContent) seen.blanks += 1;
    hadContent = hasContent;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function openWatched(options: Parameters<typeof openSomeone>[0] = {}): Promise<Someone> {
  const someone = await openSomeone(options);
  await someone.context.addInitScript(watch);
  someone.page.on('console', (message) => {
    if (message.type() === 'error') someone.problems.push(message.text());
  });
  return someone;
}

/** The living page stands where the server's stood. */
const takenOver = (page: Page) => page.locator('#app[data-sent="taken"]').waitFor({ state: 'attached' });

describe.for([
  ['desktop', {}],
  ['phone', { viewport: phone }],
] as const)('public pages on a %s', ([, options]) => {
  test.for(['/', '/sessions', 'lesson', '/mentors'])(
    '%s shows its content without JavaScript, and is taken over without a flash (PERF-4, WEB-2)',
    async (name) => {
      const path = name === 'lesson' ? sessionPath : name;
      const reader = await openSomeone({ ...options, javaScriptEnabled: false });
      await reader.page.goto(path);
      const heading = await reader.page.getByRole('heading', { level: 1 }).innerText();
      expect(heading.trim()).not.toBe('');
      await reader.close();

      const { page, problems, close } = await openWatched(options);
      await page.goto(path);
      await takenOver(page);
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
      const seen = await page.evaluate(() => window.seen);
      expect(seen).toMatchObject({ violations: [], blanks: 0 });
      expect(seen.shift).toBeLessThan(0.05);
      expect(problems).toEqual([]);
      await close();
    },
  );
});

test('asks nothing of the API again that the server has sent (PERF-4)', async () => {
  const { page, close } = await openWatched();
  // Once its live socket is there, a page asks what it may have missed before.
  await page.route('**/socket.io/**', (route) => route.abort());
  await page.routeWebSocket('**/socket.io/**', (socket) => socket.close());
  const calls: string[] = [];
  page.on('request', (request) => calls.push(new URL(request.url()).pathname));
  await page.goto(sessionPath);
  await takenOver(page);
  await page.waitForLoadState('networkidle');
  expect(calls.filter((path) => path.startsWith('/api/sessions') || path.startsWith('/api/landing'))).toEqual(
    [],
  );
  await close();
});

test('links, Back and Forward work, before and after (WEB-2)', async () => {
  const { page, problems, close } = await openWatched();
  await page.goto('/sessions');
  await takenOver(page);
  await page.goto(sessionPath);
  await takenOver(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Sessions' }).first().click();
  await page.waitForURL('**/sessions');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goForward();
  await page.waitForURL('**/sessions');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(problems).toEqual([]);
  await close();
});

test('what was typed, where it was scrolled and where the focus was stay through the change', async () => {
  const { page, close } = await openWatched({ viewport: phone });
  // The script comes only when the reader has begun.
  let goOn: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(/\/assets\/[^/]+\.js$/, async (route) => {
    await begun;
    await route.continue();
  });
  // What is typed is searched for then, and what is found may be too short to be scrolled.
  await page.route('**/api/sessions?*', () => undefined);
  await page.goto('/sessions', { waitUntil: 'commit' });
  const search = page.getByRole('searchbox').first();
  await search.fill('guit');
  // Until enough of the page has come, it cannot be scrolled that far.
  const scroll = () => page.evaluate(() => (scrollTo(0, 120), Math.round(scrollY)));
  await expect.poll(scroll).toBe(120);
  await search.evaluate((element) => element.focus({ preventScroll: true }));
  goOn();
  await takenOver(page);
  await until(
    'the focus is back',
    () => page.evaluate(() => document.activeElement?.localName ?? ''),
    (name) => name === 'input',
  );
  expect(await search.inputValue()).toBe('guit');
  expect(await page.evaluate(() => Math.round(scrollY))).toBe(120);
  await close();
});

test('a person who is logged in gets their own page in its place (AUTH-8)', async () => {
  const { page, problems, close } = await openNewcomer('learner');
  await page.goto(sessionPath);
  await takenOver(page);
  await page.getByRole('button', { name: 'Book a free seat' }).first().waitFor();
  expect(await page.getByRole('button', { name: 'Log in' }).count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});
