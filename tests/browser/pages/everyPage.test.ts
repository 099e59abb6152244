import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { landing } from '../../../api/contracts/landing.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { desktop, openPerson, openSomeone, phone, shared, type Someone } from '../support/people.ts';
import { settled } from '../support/settled.ts';

const settings = (role: string, sections: string[]) =>
  sections.map((section) => `/dashboard/${role}/settings/${section}`);
const common = ['profile', 'language', 'notifications', 'security', 'privacy'];

/** Every page by who sees it; `:id` is filled with what the installation has. The room has tests of its own. */
const pagesOf = {
  visitor: [
    ...['/', '/sessions', '/sessions/:id', '/mentors', '/mentors/:id'],
    ...['/login', '/signup', '/no-such-page', '/dev/ui'],
  ],
  learner: ['/dashboard/learner', '/dashboard/learner/bookings', ...settings('learner', common)],
  mentor: [
    ...['/dashboard/mentor', '/dashboard/mentor/sessions', '/dashboard/mentor/create'],
    ...settings('mentor', [...common, 'payout']),
  ],
  admin: ['/dashboard/admin', ...settings('admin', ['profile', 'security'])],
} as const;
const languages = ['en', 'hi'] as const;

let ids: { '/sessions/:id': string; '/mentors/:id': string };
beforeAll(async () => {
  const answer = await fetch(`${shared.url}/api/landing`);
  const { topSessions, bestMentors } = landing.parse(await answer.json());
  const [session, mentor] = [topSessions[0], bestMentors[0]];
  if (!session || !mentor) throw new Error('the demo has neither sessions nor mentors');
  ids = { '/sessions/:id': `/sessions/${session.id}`, '/mentors/:id': `/mentors/${mentor.id}` };
});
const addressOf = (path: string) => ids[path as keyof typeof ids] ?? path;

test('the list of pages has every route of the web', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../web/routes.tsx'), 'utf8');
  const routes = [...source.matchAll(/(?:path="|^\s+')(\/[^"']*)["']/gmu)].map(([, path = '']) => path);
  const listed: string[] = Object.values(pagesOf).flat();
  const known = routes.filter(
    (path) => listed.includes(path) || listed.includes(`/dashboard${path}`) || path === '/session/:roomCode',
  );
  expect(routes.length).toBeGreaterThan(12);
  expect(routes.filter((path) => !known.includes(path) && path !== '/dashboard')).toEqual([]);
});

describe.for(Object.keys(pagesOf) as (keyof typeof pagesOf)[])('pages of a %s', (role) => {
  describe.for(languages)('in %s (WEB-11)', (language) => {
    let someone: Someone;
    beforeAll(async () => {
      someone = await (role === 'visitor' ? openSomeone() : openPerson(role));
      await speak(someone, role, language);
    });
    afterAll(async () => {
      await speak(someone, role, 'en');
      await someone.close();
    });

    test.for([...pagesOf[role]])('%s is accessible in both themes and fits a phone', async (path) => {
      const { page, problems } = someone;
      await page.setViewportSize(desktop);
      await page.goto(addressOf(path));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      // Colours, and the layout of a phone, are the same in each language.
      await expectAccessible(page, language === 'en' ? ['light', 'dark'] : ['light']);
      await page.setViewportSize(phone);
      if (language === 'en') await expectAccessible(page, ['dark']);
      await expectNoSidewaysScroll(page);
      expect(problems).toEqual([]);
    });
  });
});

/** A visitor chooses for the browser; someone logged in, for their account, which is shared with other tests. */
async function speak(
  { page, context }: Someone,
  role: keyof typeof pagesOf,
  language: (typeof languages)[number],
): Promise<void> {
  await context.addCookies([{ name: 'peerlearn.locale', value: language, url: shared.url }]);
  if (role === 'visitor') return;
  await page.goto(`/dashboard/${role}/settings/language`);
  const button = page.getByRole('main').getByText(language === 'hi' ? 'हिन्दी' : 'English', { exact: true });
  await button.waitFor();
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/profile/preferences'));
  await button.click();
  expect((await saved).status()).toBe(200);
}
