import { beforeAll, describe, expect, test } from 'vitest';
import { session } from '../../../api/contracts/sessions.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { callApiAs, type CallApi } from '../support/callApi.ts';
import { openNewcomer, openSomeone, phone, shared } from '../support/people.ts';

let asMentor: CallApi;
let lesson: ReturnType<typeof session.parse>;
const startsAt = () => new Date(Date.now() + (60 * 24 + Math.random() * 9000) * 3600_000).toISOString();
const make = async (title: string) =>
  session.parse(
    await asMentor('POST', '/api/sessions', {
      ...{ title, topics: ['Pages'], domains: ['Programming'], startsAt: startsAt() },
      ...{ durationMinutes: 15, capacity: 4 },
    }),
  );
beforeAll(async () => {
  asMentor = await callApiAs(shared.url, 'mentor');
  lesson = await make(`On a mentor’s page ${Date.now()}`);
});

describe('a mentor’s page (WEB-2)', () => {
  test('is found by name and field, and leads to their sessions and reviews', async () => {
    const { page, problems, close } = await openSomeone();
    await page.goto('/mentors');
    await page.getByRole('searchbox', { name: 'Search mentors' }).fill(lesson.mentor.name);
    await page.getByLabel('Field').selectOption('Programming');
    await page.waitForURL(/domain=Programming/u);
    await page.getByRole('link', { name: lesson.mentor.name }).click();
    await page.getByRole('heading', { level: 1, name: lesson.mentor.name }).waitFor();
    await page.getByRole('heading', { name: 'Reviews' }).waitFor();
    await page.locator('.reviews li').first().waitFor();
    expect(await page.locator('.stars').first().getAttribute('aria-label')).toMatch(/^[1-5] of 5 stars$/u);
    await page.getByRole('link', { name: lesson.title }).click();
    await page.getByRole('heading', { level: 1, name: lesson.title }).waitFor();
    await page.getByRole('link', { name: lesson.mentor.name }).click();
    await page.getByRole('heading', { level: 1, name: lesson.mentor.name }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('shows a session that is published meanwhile, and is accessible on a phone', async () => {
    const { page, problems, close } = await openSomeone({ viewport: phone });
    await page.goto(`/mentors/${lesson.mentor.id}`);
    await page.getByRole('link', { name: lesson.title }).waitFor();
    await page.waitForLoadState('networkidle');
    const fresh = await make(`Published meanwhile ${Date.now()}`);
    await page.getByRole('link', { name: fresh.title }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(problems).toEqual([]);
    await close();
  });

  test('its link is copied where the system shares nothing', async () => {
    const { page, context, close } = await openSomeone();
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: shared.url });
    await page.goto(`/mentors/${lesson.mentor.id}`);
    await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('The link is copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await close();
  });

  test('of nobody says so', async () => {
    const { page, close } = await openSomeone();
    for (const id of ['00000000-0000-4000-8000-00000000ffff', 'nobody']) {
      await page.goto(`/mentors/${id}`);
      await page.getByRole('heading', { level: 1, name: 'This mentor does not exist' }).waitFor();
    }
    await close();
  });
});

describe('a session’s page (WEB-2, LES-3)', () => {
  test('a learner’s double click books one seat, and their other tab shows it', async () => {
    const learner = await openNewcomer('learner');
    const tab = await learner.context.newPage();
    await Promise.all([learner.page.goto(`/sessions/${lesson.id}`), tab.goto(`/sessions/${lesson.id}`)]);
    await tab.waitForLoadState('networkidle');
    await learner.page.getByRole('button', { name: 'Book a free seat' }).first().dblclick();
    await learner.page.getByText('3 of 4 seats left').waitFor();
    await tab.getByText('Your seat is booked').first().waitFor();
    expect(await learner.page.getByText('You already have a seat').count()).toBe(0);
    expect(learner.problems).toEqual([]);
    await learner.close();
  });

  test('on a slow line stands there as a skeleton, offline as it was last known', async () => {
    const { page, context, close } = await openSomeone();
    await page.goto('/sessions');
    await page.locator('.card-grid article').first().waitFor();
    let answer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/mentors?*', async (route) => {
      await mayAnswer;
      await route.continue();
    });
    await page.route('**/api/mentors', async (route) => {
      await mayAnswer;
      await route.continue();
    });
    await page.locator('.site-nav').getByRole('link', { name: 'Mentors' }).click();
    await page.getByRole('status', { name: 'Loading…' }).waitFor();
    answer();
    await page.locator('.card-grid article').first().waitFor();
    await context.setOffline(true);
    await page.getByText('You are offline').first().waitFor();
    expect(await page.locator('.card-grid article').count()).toBeGreaterThan(0);
    await close();
  });
});
