// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => sessionStorage.clear());

/** The id that a page of this tab takes when it loads. */
async function load(): Promise<string> {
  vi.resetModules();
  const { tabId } = await import('../../../web/room/people/tabId.ts');
  expect(tabId()).toBe(tabId());
  return tabId();
}

it('a tab that loads again is the same one, a duplicate of it is another (ROOM-1)', async () => {
  const first = await load();
  // A duplicate gets a copy of what is stored while the page lives.
  expect(await load()).not.toBe(first);
  sessionStorage.clear();
  const page = await load();
  window.dispatchEvent(new Event('pagehide'));
  expect(sessionStorage.length).toBe(1);
  const stored = Object.values({ ...sessionStorage }) as string[];
  const next = await load();
  expect(stored).toEqual([next]);
  expect(page).toMatch(/^[0-9a-f-]{36}$/);
});
