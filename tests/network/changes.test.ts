import { describe, expect, test } from 'vitest';
import { comesBack, expectState } from '../browser/support/comeBack.ts';
import { enter } from '../browser/support/enter.ts';
import { expectToSee, expectToSeeAndHear, expectWidth, waysOf } from '../browser/support/mediaStats.ts';
import { watchReception } from '../browser/support/reception.ts';
import { until } from '../browser/support/until.ts';
import { pass, useRoom } from './useRoom.ts';

const room = useRoom();

/** Longer, and the sound has a hole that one hears. */
const longestSilenceMs = 1_000;
const longestFreezeMs = 3_000;

/** The estimate of the bandwidth grows slowly. */
const patienceMs = 180_000;

describe('a learner’s line (ROOM-5)', () => {
  test(
    'that becomes narrow and wide again: layers follow, sound never stops, pictures never freeze',
    { timeout: patienceMs },
    async () => {
      const { network, learner } = room();
      await network.throttleMedia(4_000);
      await expectWidth(learner, 1280);
      const seen = await watchReception(learner);
      await network.throttleMedia(300);
      await expectWidth(learner, 320);
      await pass(5);
      const narrowed = await seen();
      const seenAgain = await watchReception(learner);
      await network.throttleMedia(4_000);
      await expectWidth(learner, 1280);
      const widened = await seenAgain();
      await network.unthrottleMedia();
      process.stdout.write(
        `FIGURE line narrowed ${JSON.stringify(narrowed)} widened ${JSON.stringify(widened)}\n`,
      );
      for (const { longestSoundGapMs, longestPictureGapMs } of [narrowed, widened]) {
        expect(longestSoundGapMs).toBeLessThan(longestSilenceMs);
        expect(longestPictureGapMs).toBeLessThan(longestFreezeMs);
      }
    },
  );
});

describe('a learner’s network that changes (ROOM-13)', () => {
  test('from Wi-Fi to mobile, and home again', async () => {
    const { network } = room();
    // Pictures are counted from when the old network is gone.
    await network.goMobile();
    await comesBack(room(), 'Wi-Fi to mobile', () => Promise.resolve());
    await network.comeHome();
    await comesBack(room(), 'mobile to Wi-Fi', () => Promise.resolve());
  });

  test('that lets no more UDP through: media takes TCP', async () => {
    const { network, mentor, learner } = room();
    const since = performance.now();
    await network.loseUdp();
    await until(
      'both directions go over TCP',
      () => waysOf(learner),
      (ways) => ways.length === 2 && ways.every((way) => way.endsWith(' tcp')),
      { timeoutMs: 60_000 },
    );
    process.stdout.write(`FIGURE over TCP after loss of UDP: ${Math.round(performance.now() - since)} ms\n`);
    await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
    await network.findUdp();
    await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
  });

  test('that loses the socket alone: media goes on all the time', async () => {
    const { network, mentor, learner } = room();
    const seen = await watchReception(learner);
    await network.lose('signalling');
    await expectState(learner, 'reconnecting');
    await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
    await network.find('signalling');
    await expectState(learner, 'connected');
    const { longestSoundGapMs, longestPictureGapMs } = await seen();
    expect(longestSoundGapMs).toBeLessThan(longestSilenceMs);
    expect(longestPictureGapMs).toBeLessThan(longestFreezeMs);
  });

  test('a laptop that was closed for 20 s', async () => {
    const { network } = room();
    await network.fallAsleep();
    await pass(20);
    // A page that sleeps does not say what it sees: pictures are counted from when it is awake.
    await network.wakeUp();
    await comesBack(room(), '20 s of sleep', () => Promise.resolve());
  });
});

describe('an api process that is ended and started again (ROOM-13)', () => {
  test('the call goes on; who comes back then gets in', async () => {
    const { product, mentor, learner } = room();
    const seen = await watchReception(learner);
    product.processes.api.child.kill('SIGKILL');
    await product.processes.api.stop();
    await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
    expect(await learner.locator('[data-state="connected"]').count()).toBe(1);
    await product.restart('api');
    const { longestSoundGapMs, longestPictureGapMs } = await seen();
    expect(longestSoundGapMs).toBeLessThan(longestSilenceMs);
    expect(longestPictureGapMs).toBeLessThan(longestFreezeMs);
    await enter(mentor, new URL(mentor.url()).pathname);
    await Promise.all([expectToSee(mentor), expectToSeeAndHear(learner)]);
  });
});
