import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketClaims } from '../../../media/contracts/ticket.ts';
import { RoomClient } from '../../load/clients/RoomClient.ts';
import { signTicket } from '../../load/clients/signTicket.ts';
import { giveScreen } from '../support/giveScreen.ts';
import { openLesson } from '../support/lesson.ts';
import { arrivingMeanwhile, expectToSee, expectWidth, streamsOf } from '../support/mediaStats.ts';
import { desktop, shared } from '../support/people.ts';
import { until } from '../support/until.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Layers that fit');
});
afterAll(() => lesson.close());

test('a large tile gets the highest layer, a small one the lowest, and back (ROOM-5)', async () => {
  const { page } = lesson.learner;
  await expectWidth(page, 1280);
  await page.setViewportSize({ width: 300, height: 190 });
  await expectWidth(page, 320);
  await page.setViewportSize({ width: 760, height: 560 });
  await expectWidth(page, 640);
  await page.setViewportSize(desktop);
  await expectWidth(page, 1280);
});

test('a picture that cannot be seen is not sent; the sound goes on (ROOM-5)', async () => {
  const { page } = lesson.learner;
  const tile = page.locator('.tile--main');
  await tile.evaluate((element: HTMLElement) => (element.style.display = 'none'));
  await until(
    'no picture arrives',
    () => arrivingMeanwhile(page, 'video'),
    (packets) => packets === 0,
  );
  await tile.evaluate((element: HTMLElement) => (element.style.display = ''));
  await expectToSee(page);
});

/** The part of the frames of a screen that reaches the learner while many are encoded. */
async function partOfFrames(): Promise<number> {
  const { mentor, learner } = lesson;
  const count = async () => {
    const [sent, got] = await Promise.all([
      streamsOf(mentor.page, 'outbound-rtp'),
      streamsOf(learner.page, 'inbound-rtp'),
    ]);
    const frames = ({ video }: typeof sent) => video.find(({ codec }) => codec === 'video/VP9')?.frames ?? 0;
    return { sent: frames(sent), got: frames(got) };
  };
  const before = await count();
  const after = await until('frames are encoded', count, ({ sent }) => sent > before.sent + 40);
  return (after.got - before.got) / (after.sent - before.sent);
}

test('a shared screen comes as VP9 in layers, fewer of them where it is small, and with its sound (ROOM-4)', async () => {
  const { mentor, learner } = lesson;
  await giveScreen(mentor.page);
  await mentor.page.getByRole('button', { name: 'Share', exact: true }).click();
  await until(
    'the screen is decoded from VP9',
    () => streamsOf(learner.page, 'inbound-rtp'),
    ({ video }) => video.some(({ codec, frames }) => codec === 'video/VP9' && frames > 5),
  );
  await until(
    'two sounds are heard, the voice and the tone',
    () => streamsOf(learner.page, 'inbound-rtp'),
    ({ audio }) => audio.filter((energy) => energy > 0).length === 2,
  );
  expect(await learner.page.locator('audio').count()).toBe(2);
  await until('all frames come', partOfFrames, (part) => part > 0.85);
  await learner.page.setViewportSize({ width: 360, height: 340 });
  await until('only lower layers come', partOfFrames, (part) => part < 0.7);
  await learner.page.setViewportSize(desktop);
});

test('someone who cannot decode VP9 sees the screen all the same; for the others it stays where it is (ROOM-4)', async () => {
  const { mentor, learner } = lesson;
  const jumps = await watchScreen(learner.page);
  const { mediaUrl, ticket } = await lesson.learnersTicket();
  const claims = ticketClaims.parse(decodeJwt(ticket));
  const stranger = { ...claims, sub: randomUUID(), name: 'Meera' };
  const secret = shared.productEnv.TICKET_SECRET ?? '';
  const client = await RoomClient.join({ url: mediaUrl, ticket: await signTicket(stranger, secret) });
  await expect.poll(() => client.packets('screen'), { timeout: 20_000 }).toBeGreaterThan(20);
  const ofMentor = () => {
    const all = [...client.consumers.values()];
    const screen = all.find(({ source }) => source === 'screen');
    return all.filter(({ peerId }) => peerId === screen?.peerId).map(({ source }) => source);
  };
  expect(ofMentor().sort()).toEqual(['camera', 'microphone', 'screen', 'screenAudio']);
  await until(
    'the learner’s screen is decoded from VP8',
    () => streamsOf(learner.page, 'inbound-rtp'),
    ({ video }) => video.filter(({ codec, frames }) => codec === 'video/VP8' && frames > 10).length === 2,
  );
  expect(await jumps()).toEqual({ gone: 0, blank: 0, layouts: [] });
  await mentor.page.getByRole('button', { name: 'Share', exact: true }).click();
  const sources = () => [...client.consumers.values()].map(({ source }) => source).sort();
  await expect.poll(sources, { timeout: 15_000 }).toEqual(['camera', 'camera', 'microphone', 'microphone']);
  client.close();
});

declare global {
  interface Window {
    screenSeen?: { gone: number; blank: number; layouts: string[] };
  }
}

/** @returns how often, since then, the screen left the stage, showed nothing, or was laid out anew */
async function watchScreen(page: Page) {
  await page.evaluate(() => {
    const seen = (window.screenSeen = { gone: 0, blank: 0, layouts: [] as string[] });
    const stage = document.querySelector<HTMLElement>('.room-stage');
    const look = () => {
      const tile = stage?.querySelector('.tile--main[data-source="screen"]');
      const video = tile?.querySelector('video');
      const held = tile?.querySelector('canvas');
      const layout = stage?.dataset.layout ?? '';
      if (!tile) seen.gone += 1;
      else if (held?.hidden !== false && !(video && video.readyState >= 2 && video.videoWidth > 0))
        seen.blank += 1;
      if (layout !== 'beside') seen.layouts.push(layout);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => window.screenSeen);
}
