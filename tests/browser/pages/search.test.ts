import { beforeAll, describe, expect, test } from 'vitest';
import { session } from '../../../api/contracts/sessions.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { callApiAs } from '../support/callApi.ts';
import { openSomeone, phone, shared, type Someone } from '../support/people.ts';

const word = `Quokka${Date.now()}`;
const dayMs = 24 * 3600_000;
const titles = { music: `${word} sings`, code: `${word} codes` };
beforeAll(async () => {
  const asMentor = await callApiAs(shared.url, 'mentor');
  const make = async (about: object, inDays: number) =>
    session.parse(
      await asMentor('POST', '/api/sessions', {
        topics: [`${word} basics`],
        startsAt: new Date(Date.now() + inDays * dayMs).toISOString(),
        durationMinutes: 15,
        ...about,
      }),
    );
  const far = 50 + Math.floor(Math.random() * 300);
  await make({ title: titles.music, domains: ['Music'], language: 'hi' }, far);
  await make({ title: titles.code, domains: ['Programming'], language: 'en' }, far + 2);
});

const results = (page: Someone['page']) => page.locator('.card-grid article h3');
const onlyIs = (page: Someone['page'], wanted: string[]) =>
  expect.poll(async () => (await results(page).allTextContents()).sort()).toEqual([...wanted].sort());

describe('the search for sessions (WEB-1)', () => {
  test('by words while one types, narrowed by each filter, in an address that restores it all', async () => {
    const { page, problems, close } = await openSomeone();
    await page.goto('/sessions');
    await page.getByRole('searchbox', { name: 'Search sessions' }).fill(word);
    await onlyIs(page, Object.values(titles));
    const before = page.url();
    expect(before).toContain(`q=${word}`);

    await page.getByLabel('Language').selectOption('hi');
    await onlyIs(page, [titles.music]);
    await page.getByLabel('Field').selectOption('Programming');
    await page.getByRole('heading', { name: 'No session fits all of that' }).waitFor();
    // What to loosen is proposed one by one.
    await page.getByRole('button', { name: 'Remove Hindi' }).last().click();
    await onlyIs(page, [titles.code]);

    await page.getByLabel('Price').selectOption('free');
    await page.waitForURL(/price=free/u);
    await onlyIs(page, [titles.code]);
    const shared = page.url();
    const other = await openSomeone();
    await other.page.goto(shared);
    await onlyIs(other.page, [titles.code]);
    expect(await other.page.getByLabel('Price').inputValue()).toBe('free');
    expect(await other.page.getByRole('searchbox').inputValue()).toBe(word);
    await other.close();

    // Back takes the filters off one by one; typing left one step only.
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('price='));
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await onlyIs(page, Object.values(titles));
    expect(page.url()).toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test('by topic, with suggestions, and by days', async () => {
    const { page, problems, close } = await openSomeone();
    await page.goto(`/sessions?q=${word}`);
    await onlyIs(page, Object.values(titles));
    const topic = page.getByRole('combobox', { name: /Topic/u });
    await topic.fill(`${word} basi`);
    await topic.press('Enter');
    await page.waitForURL(/topic=/u);
    await page
      .getByRole('button', { name: /^Remove Quokka/u })
      .first()
      .click();
    await page.waitForURL((url) => !url.search.includes('topic='));

    await page.getByLabel('When').selectOption('dates');
    const today = new Date().toISOString().slice(0, 10);
    await page.getByLabel('To', { exact: true }).fill(today);
    await page.waitForURL(new RegExp(`to=${today}`, 'u'));
    await page.getByRole('heading', { name: 'No session fits all of that' }).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL((url) => url.search === '');
    await results(page).first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('by rating and by what is live now', async () => {
    const { page, close } = await openSomeone();
    await page.goto('/sessions?rating=4.5&when=week');
    await results(page).first().waitFor();
    for (const rating of await page.locator('.card-grid .rating > span[aria-hidden]').allTextContents()) {
      expect(Number.parseFloat(rating)).toBeGreaterThanOrEqual(4.5);
    }
    await page.goto('/sessions?when=now');
    await page.getByRole('button', { name: 'Remove Live now' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    for (const state of await page.locator('.card-grid .session__top .badge:first-child').allTextContents()) {
      expect(state).toBe('Live');
    }
    await close();
  });

  test('on a phone the filters are in a sheet, with how many are on', async () => {
    const { page, problems, close } = await openSomeone({ viewport: phone });
    await page.goto(`/sessions?q=${word}`);
    await onlyIs(page, Object.values(titles));
    await page.getByRole('button', { name: 'Filters' }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByLabel('Language').selectOption('hi');
    await page.waitForURL(/language=hi/u);
    await expectAccessible(page, ['dark']);
    await sheet.getByRole('button', { name: 'Show sessions' }).click();
    await page.getByRole('button', { name: 'Filters, 1 on' }).waitFor();
    await onlyIs(page, [titles.music]);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(problems).toEqual([]);
    await close();
  });
});
