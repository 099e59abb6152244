import type { Page, Request } from 'playwright-core';
import { until } from './until.ts';

const asked = new WeakMap<Page, Set<Request>>();

/** From now on `settled` knows what the page waits for. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/**
 * What the page asked for is there and painted, and nothing is fading in any more. Playwright's "networkidle" adds half a
 * second of silence to every page.
 */
export async function settled(page: Page): Promise<void> {
  const open = asked.get(page);
  if (!open) throw new Error('watchRequests() was not called for this page');
  // The page of the design system shows skeletons for good.
  if (!page.url().endsWith('/dev/ui')) await page.locator('.skel').first().waitFor({ state: 'detached' });
  await until(
    'all that the page asked for',
    () => painted(page),
    () => open.size === 0,
    { everyMs: 20 },
  );
}

const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
  });
