import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { enter } from '../browser/support/enter.ts';
import { browserArgs } from '../browser/support/globalSetup.ts';
import { expectToSeeAndHear, nextPicture } from '../browser/support/mediaStats.ts';
import { liveLesson, logInTo, openRoomInNetwork } from '../browser/support/roomInNetwork.ts';
import type { Product } from '../support/startProduct.ts';
import { openBenchRedis } from './benchRedis.ts';
import { type Figures, median, round } from './figures.ts';
import { timeFirstPicture } from './timeFirstPicture.ts';

const joins = 50;
const drops = 4;
const awayMs = 3_000;

/** A learner comes into a running lesson again and again, each time with a new page, as it is for people. */
export async function benchJoins(product: Product): Promise<Figures> {
  // By the name under which the api knows itself.
  const url = product.apiUrl.replace('127.0.0.1', 'localhost');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: browserArgs,
  });
  try {
    const mentor = await logInTo(browser, url, 'mentor');
    const learner = await logInTo(browser, url, 'learner');
    const path = await liveLesson(url);
    await enter(mentor, path);
    await learner.context().addInitScript(timeFirstPicture);
    // The first brings what the browser keeps.
    await joinOnce(learner, path);
    const times: number[] = [];
    for (let turn = 0; turn < joins; turn += 1) times.push(await joinOnce(learner, path));
    const sorted = times.toSorted((one, other) => one - other);
    const p95 = sorted[Math.ceil(joins * 0.95) - 1] ?? 0;
    const about = `click on Join → first picture of the mentor shown, ${joins} joins`;
    return {
      joinP50Ms: { value: round(median(times), 0), unit: 'ms', about: `p50: ${about}; goal 1000` },
      joinP95Ms: { value: round(p95, 0), unit: 'ms', about: `p95: the same; goal 2000` },
    };
  } finally {
    await browser.close();
  }
}

async function joinOnce(page: Page, path: string): Promise<number> {
  await page.goto(path);
  // People look at themselves before they go in: by then the camera is open.
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
  await page.getByRole('button', { name: 'Join now' }).click();
  const shown = await page.waitForFunction(() => window.firstPictureMs);
  const ms = await shown.jsonValue();
  await page.getByRole('button', { name: 'Leave the lesson' }).click();
  await page.getByRole('button', { name: 'Rejoin' }).waitFor();
  return ms ?? 0;
}

/**
 * A learner loses socket and media together, in a network namespace of their own: switched off, as Wi-Fi is, and
 * without a word, as in a dead spot. Needs root.
 */
export async function benchDrops(): Promise<Figures> {
  if (process.getuid?.() !== 0) {
    console.log('LEFT OUT: what happens without a network. Network namespaces need root.');
    return {};
  }
  const room = await openRoomInNetwork(() => openBenchRedis('drops'));
  const { network, learner } = room;
  const ways = {
    backAfterOffMs: {
      ...{ about: 'network switched off for 3 s', take: () => network.unplug() },
      bringBack: () => network.plugIn(),
    },
    backAfterLossMs: {
      ...{ about: 'nothing arrives for 3 s', take: () => network.lose('signalling', 'media') },
      bringBack: () => network.find('signalling', 'media'),
    },
  };
  const figures: Figures = {};
  try {
    for (const [name, { about, take, bringBack }] of Object.entries(ways)) {
      const times: number[] = [];
      for (let turn = 0; turn < drops; turn += 1) {
        await take();
        await delay(awayMs);
        const next = await nextPicture(learner);
        await bringBack();
        const since = performance.now();
        await next();
        times.push(performance.now() - since);
        await Promise.all([room.mentor, learner].map(expectToSeeAndHear));
      }
      const [middle, longest] = [median(times), Math.max(...times)].map((ms) => round(ms, 0));
      const what = `${about} → next picture, median of ${drops} (longest ${longest} ms); goal 2000`;
      figures[name] = { value: middle ?? 0, unit: 'ms', about: what };
    }
    return figures;
  } finally {
    await room.close();
  }
}
