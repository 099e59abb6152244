import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { openLesson } from '../support/lesson.ts';
import { energyMeanwhile, expectToHear, expectToSee } from '../support/mediaStats.ts';
import { desktop, phone, type Someone } from '../support/people.ts';
import { choose } from '../support/peoplePanel.ts';

declare global {
  interface Window {
    letOpen?: () => void;
  }
}

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Devices of one’s own');
});
afterAll(() => lesson.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** By its place and not by its role, which it has not while it lies behind a dialog. */
const expectMicrophone = ({ page }: Someone, on: boolean) =>
  expect
    .poll(() => page.locator('.room-bar [aria-label="Mic"]').getAttribute('aria-pressed'), {
      timeout: 10_000,
    })
    .toBe(String(on));
/** The other side sees and hears that nothing is said. */
async function expectSilence({ page }: Someone): Promise<void> {
  await page.locator('.tile--main').getByRole('img', { name: 'muted' }).waitFor();
  // What was on its way when the microphone went off.
  await energyMeanwhile(page);
  expect(await energyMeanwhile(page)).toBeLessThan(1e-6);
}

/** Does to the track that is sent what a browser does when its system takes the device. */
const systemTakes = (page: Page, kind: 'audio' | 'video', how: 'mute' | 'ended') =>
  page.evaluate(
    ([wanted, event]) => {
      const senders = [...window.connections].flatMap((connection) => connection.getSenders());
      const track = senders.map((sender) => sender.track).find((one) => one?.kind === wanted);
      if (!track) throw new Error(`no ${wanted} is sent`);
      if (event === 'ended') track.stop();
      else Object.defineProperty(track, 'muted', { value: true });
      track.dispatchEvent(new Event(event));
    },
    [kind, how] as const,
  );

test('push to talk: heard while Space is held, muted when let go or when the window is left (ROOM-7)', async () => {
  const { mentor, learner } = lesson;
  const { keyboard } = learner.page;
  await button(learner.page, 'Mic').click();
  await expectSilence(mentor);
  // The button keeps the focus of its click: Space must not press it.
  await keyboard.down('Space');
  await expectMicrophone(learner, true);
  await expectToHear(mentor.page);
  await keyboard.up('Space');
  await expectMicrophone(learner, false);
  await expectSilence(mentor);
  await keyboard.down('Space');
  await expectMicrophone(learner, true);
  await learner.page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expectMicrophone(learner, false);
  await keyboard.up('Space');
});

test('devices change under a running lesson: it flows on, and who was muted stays muted (ROOM-7)', async () => {
  const { mentor, learner } = lesson;
  const { page } = learner;
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  for (const kind of ['Microphone', 'Camera']) {
    const choice = settings.getByLabel(kind, { exact: true });
    await choice.locator('option').nth(1).waitFor({ state: 'attached' });
    const last = await choice.locator('option').count();
    await choice.selectOption({ index: last - 1 });
  }
  await expectToSee(mentor.page);
  await expectSilence(mentor);
  // Muted for the others, but the meter shows that the new one hears.
  await settings.getByText('We hear you.').waitFor();
  // In a list of choices a letter leads to an entry; anywhere else in the dialog it is the key.
  await settings.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('m');
  await expectMicrophone(learner, true);
  await expectToHear(mentor.page);
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached' });
});

test('what the system takes is said on both sides, and one press brings it back (ROOM-13)', async () => {
  const { mentor, learner } = lesson;
  await systemTakes(learner.page, 'audio', 'mute');
  await expectSilence(mentor);
  await button(learner.page, 'Resume microphone').click();
  await expectMicrophone(learner, true);
  await expectToHear(mentor.page);

  await systemTakes(learner.page, 'video', 'ended');
  await mentor.page.locator('.tile--main video').waitFor({ state: 'detached' });
  await button(learner.page, 'Resume camera').click();
  await mentor.page.locator('.tile--main video').waitFor();
  await expectToSee(mentor.page);
});

test('the mentor’s mute holds for a microphone that is being replaced when it comes (ROOM-13, ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  const { page } = learner;
  await expectToHear(mentor.page);
  // Pulled out; the other one takes its time to open.
  await page.evaluate(() => {
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    media.enumerateDevices = () => Promise.resolve([]);
    media.getUserMedia = async (wish) => {
      await new Promise<void>((resolve) => (window.letOpen = resolve));
      return open(wish);
    };
  });
  await learner.context.setOffline(true);
  await page.locator('[data-state="reconnecting"]').waitFor({ state: 'attached' });
  await systemTakes(page, 'audio', 'ended');
  await page.waitForFunction(() => window.letOpen !== undefined);
  // To the mentor it seems to be on still.
  await choose(mentor.page, 'Mute');
  await mentor.page.locator('.tile--main').getByRole('img', { name: 'muted' }).waitFor();
  await learner.context.setOffline(false);
  await page.locator('[data-state="connected"]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    window.letOpen?.();
    // From here on they are the browser's own again.
    for (const name of ['enumerateDevices', 'getUserMedia'])
      Reflect.deleteProperty(navigator.mediaDevices, name);
  });
  await page.getByText(/ muted you$/).waitFor();
  await expectMicrophone(learner, false);
  await expectSilence(mentor);
  await button(page, 'Mic').click();
  await expectToHear(mentor.page);
});

test('one who speaks while muted is told, and how to unmute (ROOM-7)', async () => {
  const { page } = lesson.learner;
  // The browser's own microphone beeps too shortly to be speech: someone speaks.
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const context = new AudioContext();
      const out = context.createMediaStreamDestination();
      const voice = new OscillatorNode(context, { frequency: 220 });
      voice.connect(out);
      voice.start();
      return Promise.resolve(out.stream);
    };
  });
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const choice = settings.getByLabel('Microphone', { exact: true });
  await choice.locator('option').nth(1).waitFor({ state: 'attached' });
  await choice.selectOption({ index: 0 });
  await settings.getByText('We hear you.').waitFor();
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached' });
  await page.keyboard.press('m');
  await page.getByText('You are muted. Press M to unmute, or hold Space to speak.').waitFor();
  await page.keyboard.press('m');
  await page.getByText('You are muted.').waitFor({ state: 'detached' });
});

test('settings and keys are there for the keyboard, in both themes, and on a phone (ROOM-7, WEB)', async () => {
  const { page } = lesson.learner;
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await keys.getByText('Mute or unmute').waitFor();
  await expectAccessible(page, ['light', 'dark'], '.dialog');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await page.setViewportSize(phone);
  await expect.poll(() => page.locator('.room-bar__in > .ctl:visible').count()).toBeLessThanOrEqual(5);
  await button(page, 'More controls').click();
  const more = page.getByRole('dialog', { name: 'More' });
  await more.getByRole('button', { name: 'People', exact: true }).waitFor();
  await expectAccessible(page, ['dark'], '.sheet');
  await more.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.waitFor();
  await expectAccessible(page, ['light', 'dark'], '.dialog');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(desktop);
  await settings.getByRole('button', { name: 'Play a test sound' }).press('Enter');
  await settings.getByText('Do you hear it?').waitFor();
  await settings.getByRole('button', { name: 'No', exact: true }).press('Enter');
  await settings.getByText('Turn the volume up').waitFor();
  await page.keyboard.press('Escape');
  await settings.waitFor({ state: 'detached' });
  expect([...lesson.mentor.problems, ...lesson.learner.problems]).toEqual([]);
});
