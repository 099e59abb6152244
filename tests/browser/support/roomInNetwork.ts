import { chromium, type Browser, type Page } from 'playwright-core';
import { booking } from '../../../api/contracts/bookings.ts';
import type { Role } from '../../../api/contracts/accounts.ts';
import { session } from '../../../api/contracts/sessions.ts';
import { openOwnNetwork } from '../../support/ownNetwork.ts';
import { startProduct } from '../../support/startProduct.ts';
import { openTestRedis } from '../../support/testRedis.ts';
import { callApiAs, demoAccount } from './callApi.ts';
import { freeCalendar } from './freeCalendar.ts';
import { browserArgs } from './globalSetup.ts';
import { enter, enterPassword } from './enter.ts';
import { collectConnections, expectToSeeAndHear } from './mediaStats.ts';

/**
 * A product of its own and a lesson in it: the mentor on this machine, the learner on one whose network the test can
 * take away. Both see and hear each other.
 * @param openRedis brings a Redis that nothing else uses meanwhile
 */
export async function openRoomInNetwork(openRedis = openTestRedis) {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closeOne of closing.reverse()) await closeOne();
  };
  const opened = <T extends { close: () => Promise<unknown> }>(thing: T): T => {
    closing.push(() => thing.close());
    return thing;
  };
  try {
    const network = opened(await openOwnNetwork());
    const redis = opened(await openRedis());
    const more = { MEDIA_RTC_IP: network.mediaAddress };
    const product = opened(await startProduct(redis.url, { host: network.signallingAddress, more }));
    const url = product.apiUrl;
    const program = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    // A browser gives camera and microphone to https and this machine only, unless told.
    const args = [...browserArgs, `--unsafely-treat-insecure-origin-as-secure=${url}`];
    const open = async (executablePath: string) => opened(await chromium.launch({ executablePath, args }));
    const mentor = await logInTo(await open(program), url, 'mentor');
    const learner = await logInTo(await open(await network.wrap(program)), url, 'learner');
    // A browser that sleeps could not be closed.
    closing.push(() => network.wakeUp());
    const path = await liveLesson(url);
    await Promise.all([mentor, learner].map((page) => enter(page, path)));
    await Promise.all([mentor, learner].map(expectToSeeAndHear));
    return { network, product, mentor, learner, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A demo account's page on their dashboard, which may use camera and microphone. */
export async function logInTo(browser: Browser, url: string, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' });
  await context.grantPermissions(['camera', 'microphone'], { origin: url });
  await context.addInitScript(collectConnections);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto('/login');
  await enterPassword(page, await demoAccount(url, role));
  await page.waitForURL(`**/dashboard/${role}`);
  return page;
}

/** @returns the path of a lesson of the demo mentor's that is live, with a seat for the demo learner */
export async function liveLesson(url: string): Promise<string> {
  const [asMentor, asLearner] = await Promise.all([callApiAs(url, 'mentor'), callApiAs(url, 'learner')]);
  await freeCalendar(asMentor);
  const made = session.parse(
    await asMentor('POST', '/api/sessions', {
      title: 'On a poor network',
      topics: ['Patience'],
      startsAt: new Date(Date.now() + 60_000).toISOString(),
      durationMinutes: 15,
    }),
  );
  const { roomCode } = booking.parse(await asLearner('POST', '/api/bookings', { sessionId: made.id }));
  await asMentor('POST', `/api/sessions/${made.id}/live`);
  return `/session/${roomCode}`;
}
