import { describe, expect, test } from 'vitest';
import { comesBack, expectState } from '../browser/support/comeBack.ts';
import { expectToSee, expectToSeeAndHear } from '../browser/support/mediaStats.ts';
import { pass, useRoom } from './useRoom.ts';

const room = useRoom();

describe('a learner’s network (ROOM-13)', () => {
  test.each([2, 10, 30])('that is switched off for %i s', async (away) => {
    const { network, learner } = room();
    await network.unplug();
    await expectState(learner, 'reconnecting');
    await pass(away);
    await comesBack(room(), `${away} s switched off`, () => network.plugIn());
  });

  test.each([2, 10, 30])('that loses everything for %i s without saying so', async (away) => {
    const { network } = room();
    await network.lose('signalling', 'media');
    await pass(away);
    await comesBack(room(), `${away} s of loss`, () => network.find('signalling', 'media'));
  });

  test('that loses the media alone: said, and mended over the socket', async () => {
    const { network, learner } = room();
    await network.lose('media');
    await expectState(learner, 'reconnecting');
    await comesBack(room(), 'loss of the media alone', () => network.find('media'));
  });

  test('keeps who is who', async () => {
    const { network, mentor, learner } = room();
    await network.unplug();
    await expectState(learner, 'reconnecting');
    await comesBack(room(), 'a moment switched off', () => network.plugIn());
    // Only a mentor may end it for all.
    expect(await mentor.getByRole('button', { name: 'End for all' }).count()).toBe(1);
    expect(await learner.getByRole('button', { name: 'End for all' }).count()).toBe(0);
  });
});

describe('the processes of the product (ROOM-13, ROOM-14)', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'the media node ended by %s and started again',
    async (signal) => {
      const { product, mentor, learner } = room();
      const { media } = product.processes;
      media.child.kill(signal);
      await Promise.all([mentor, learner].map((page) => expectState(page, 'reconnecting')));
      await media.stop();
      await comesBack(room(), `${signal} of the media node`, () => product.restart('media'));
    },
  );
});

describe('a media node that stays away (ROOM-13)', () => {
  test('after three rounds the person is asked, and comes back by one button', async () => {
    const { product, mentor, learner } = room();
    await product.processes.media.stop();
    const asked = [mentor, learner].map((page) => page.getByRole('heading', { name: 'Rejoin?' }));
    await Promise.all(asked.map((heading) => heading.waitFor({ timeout: 80_000 })));
    await product.restart('media');
    for (const page of [mentor, learner]) {
      await page.getByRole('button', { name: 'Rejoin' }).click();
      await page.getByRole('button', { name: 'Join now' }).click();
    }
    await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
  });
});
