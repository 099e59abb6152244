import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desktop, phone } from './people.ts';

type Theme = 'light' | 'dark';

const standard: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
};
/** All that another theme can change: it has other colours and nothing else. */
const ofColours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/**
 * WCAG 2.2 AA as far as a tool can judge it; every finding is named with its element. The first theme is judged by every
 * rule, others by those of colours.
 */
export async function expectAccessible(
  page: Page,
  themes: Theme[] = ['light', 'dark'],
  /** Only this part: what lies inert behind a dialog is judged without it. */
  part = 'html',
): Promise<void> {
  for (const [index, theme] of themes.entries()) {
    await show(page, theme);
    const violations = await judge(page, part, index === 0 ? standard : ofColours);
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${theme}: ${id}: ${html}\n${failureSummary}`),
    );
    expect(found, page.url()).toEqual([]);
  }
}

/** A room's panel: in the dark on a desktop, in the light on a phone, and without a sideways scroll on the smallest one. */
export async function expectPanelAccessible(page: Page): Promise<void> {
  await expectAccessible(page, ['dark'], '.room-panel');
  await page.setViewportSize(phone);
  await expectAccessible(page, ['light'], '.room-panel');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(desktop);
}

/** Runs axe in the page, which keeps its script until it is left: reading that takes longer than most judgements. */
async function judge(page: Page, part: string, rules: RunOptions): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = { ...rules, resultTypes: ['violations'] };
  return page.evaluate(
    async ({ context, runOptions }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, runOptions);
      return violations;
    },
    { context: part, runOptions: options },
  );
}

/** Nothing is wider than the window, so that nothing scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, page.url()).toBeLessThanOrEqual(0);
}

/** Changes the theme and lets the page paint it. */
async function show(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    // Colours on their way from one theme to the other are of neither.
    const onTheirWay = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(onTheirWay.map(({ finished }) => finished));
  }, theme);
}
