import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  arrivingMeanwhile,
  expectToSee,
  expectToSeeAndHear,
  nextPicture,
} from '../browser/support/mediaStats.ts';
import { openRoomInNetwork } from '../browser/support/roomInNetwork.ts';

let room: Awaited<ReturnType<typeof openRoomInNetwork>>;
beforeAll(async () => {
  room = await openRoomInNetwork();
});
afterAll(() => room.close());

const everybody = () => [room.mentor, room.learner];
const expectState = (page: Page, state: string) =>
  page.locator(`[data-state="${state}"]`).waitFor({ state: 'attached', timeout: 60_000 });
/** How long the network is away is what these tests are about. */
const pass = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Reports how long it takes until both see each other again (goal: 2 s), and asserts that they do, untouched. */
async function comesBack(what: string, bringBack: () => Promise<unknown>): Promise<void> {
  const pictures = await Promise.all(everybody().map(nextPicture));
  await bringBack();
  const since = performance.now();
  const [mentor, learner] = await Promise.all(
    pictures.map(async (next) => {
      await next();
      return Math.round(performance.now() - since);
    }),
  );
  process.stdout.write(`FIGURE media back after ${what}: learner ${learner} ms, mentor ${mentor} ms\n`);
  await Promise.all(everybody().map((page) => expectState(page, 'connected')));
  await Promise.all(everybody().map((page) => expectToSeeAndHear(page)));
}

describe('a learner’s network (ROOM-13)', () => {
  test.each([2, 10, 30])('that is switched off for %i s', async (away) => {
    const { network, learner } = room;
    await network.unplug();
    await expectState(learner, 'reconnecting');
    await pass(away);
    await comesBack(`${away} s switched off`, () => network.plugIn());
  });

  test.each([2, 10, 30])('that loses everything for %i s without saying so', async (away) => {
    const { network } = room;
    await network.lose('signalling', 'media');
    await pass(away);
    await comesBack(`${away} s of loss`, () => network.find('signalling', 'media'));
  });

  test('that loses the media alone: said, and mended over the socket', async () => {
    const { network, learner } = room;
    await network.lose('media');
    await expectState(learner, 'reconnecting');
    await comesBack('loss of the media alone', () => network.find('media'));
  });

  test('that loses the socket alone: media goes on', async () => {
    const { network, learner } = room;
    await network.lose('signalling');
    await expectState(learner, 'reconnecting');
    await Promise.all(everybody().map(expectToSeeAndHear));
    await network.find('signalling');
    await expectState(learner, 'connected');
    await Promise.all(everybody().map(expectToSeeAndHear));
  });

  test('never makes a muted microphone live, nor changes who is who', async () => {
    const { network, mentor, learner } = room;
    await learner.getByRole('button', { name: 'Mic', exact: true }).click();
    const muted = mentor.getByRole('img', { name: 'muted' });
    await muted.waitFor();
    await network.unplug();
    await expectState(learner, 'reconnecting');
    await network.plugIn();
    await expectState(learner, 'connected');
    await expectToSee(mentor);
    expect(await arrivingMeanwhile(mentor, 'audio')).toBe(0);
    expect(await muted.isVisible()).toBe(true);
    const microphone = learner.getByRole('button', { name: 'Mic', exact: true });
    expect(await microphone.getAttribute('aria-pressed')).toBe('false');
    // Only a mentor may end it for all.
    expect(await mentor.getByRole('button', { name: 'End for all' }).count()).toBe(1);
    expect(await learner.getByRole('button', { name: 'End for all' }).count()).toBe(0);
    await microphone.click();
    await Promise.all(everybody().map(expectToSeeAndHear));
  });
});

describe('the media node’s process (ROOM-13, ROOM-14)', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('ended by %s and started again', async (signal) => {
    const { product } = room;
    const { media } = product.processes;
    media.child.kill(signal);
    await Promise.all(everybody().map((page) => expectState(page, 'reconnecting')));
    await media.stop();
    await comesBack(`${signal} of the media node`, () => product.restartMedia());
  });

  test('that stays away: after three rounds the person is asked, and comes back by one button', async () => {
    const { product } = room;
    await product.processes.media.stop();
    const asked = everybody().map((page) => page.getByRole('heading', { name: 'Rejoin?' }));
    await Promise.all(asked.map((heading) => heading.waitFor({ timeout: 80_000 })));
    await product.restartMedia();
    for (const page of everybody()) {
      await page.getByRole('button', { name: 'Rejoin' }).click();
      await page.getByRole('button', { name: 'Join now' }).click();
    }
    await Promise.all(everybody().map(expectToSeeAndHear));
  });
});
