import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  arrivingMeanwhile,
  expectToHear,
  expectToSee,
  expectToSeeAndHear,
  nextPicture,
  soundPackets,
} from './mediaStats.ts';

type People = { mentor: Page; learner: Page };

export const expectState = (page: Page, state: string) =>
  page.locator(`[data-state="${state}"]`).waitFor({ state: 'attached', timeout: 60_000 });

/**
 * Reports how long it takes until both see each other again (goal: 2 s), and asserts that they do, untouched.
 * The learner is muted meanwhile (`muteLearner`).
 */
export async function comesBack(
  { mentor, learner }: People,
  what: string,
  bringBack: () => Promise<unknown>,
): Promise<void> {
  const pages = [mentor, learner];
  const pictures = await Promise.all(pages.map(nextPicture));
  await bringBack();
  const since = performance.now();
  const [toMentor, toLearner] = await Promise.all(
    pictures.map(async (next) => {
      await next();
      return Math.round(performance.now() - since);
    }),
  );
  process.stdout.write(`FIGURE media back after ${what}: learner ${toLearner} ms, mentor ${toMentor} ms\n`);
  await Promise.all(pages.map((page) => expectState(page, 'connected')));
  await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
}

const microphoneOf = (page: Page) => page.getByRole('button', { name: 'Mic', exact: true });

/**
 * Mutes the learner. @returns what asserts that nothing of their sound came out since then and that they are still
 * muted, and unmutes them (ROOM-13: a muted microphone is never live after a drop).
 */
export async function muteLearner({ mentor, learner }: People): Promise<() => Promise<void>> {
  const mark = mentor.getByRole('img', { name: 'muted' });
  await microphoneOf(learner).click();
  await mark.waitFor();
  expect(await arrivingMeanwhile(mentor, 'audio')).toBe(0);
  const before = await soundPackets(mentor);
  return async () => {
    expect(await arrivingMeanwhile(mentor, 'audio')).toBe(0);
    // A new connection counts from nothing.
    expect([0, before]).toContain(await soundPackets(mentor));
    expect(await mark.isVisible()).toBe(true);
    expect(await microphoneOf(learner).getAttribute('aria-pressed')).toBe('false');
    await microphoneOf(learner).click();
    await Promise.all([expectToHear(mentor), expectToSeeAndHear(learner)]);
  };
}
