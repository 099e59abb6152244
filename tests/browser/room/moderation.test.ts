import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, openLesson } from '../support/lesson.ts';
import {
  arrivingMeanwhile,
  energyMeanwhile,
  expectToHear,
  expectToSee,
  expectToSeeAndHear,
} from '../support/mediaStats.ts';
import { giveScreen } from '../support/giveScreen.ts';
import type { Someone } from '../support/people.ts';
import { choose, openPeople } from '../support/peoplePanel.ts';

let lesson: Awaited<ReturnType<typeof openLesson>>;
beforeAll(async () => {
  lesson = await openLesson('Order in the room');
});
afterAll(() => lesson.close());

const control = ({ page }: Someone, name: string) => page.getByRole('button', { name, exact: true });
const expectPressed = (someone: Someone, name: string, pressed: boolean) =>
  expect
    .poll(() => control(someone, name).getAttribute('aria-pressed'), { timeout: 10_000 })
    .toBe(String(pressed));
const expectConnected = ({ page }: Someone) =>
  page.locator('[data-state="connected"]').waitFor({ state: 'attached' });

test('the mentor mutes someone: silence on the other side, and they may unmute (ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  await choose(mentor.page, 'Mute');
  await learner.page.getByText(/ muted you$/).waitFor();
  await expectPressed(learner, 'Mic', false);
  await mentor.page.locator('.tile--main').getByRole('img', { name: 'muted' }).waitFor();
  expect(await arrivingMeanwhile(mentor.page, 'audio')).toBe(0);
  await control(learner, 'Mic').click();
  await expectToHear(mentor.page);
});

test('the mentor stops someone’s video, and their shared screen (ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  await choose(mentor.page, 'Stop video');
  await learner.page.getByText(/ stopped your video$/).waitFor();
  await expectPressed(learner, 'Camera', false);
  await mentor.page.locator('.tile--main video').waitFor({ state: 'detached' });
  expect(await arrivingMeanwhile(mentor.page, 'video')).toBe(0);
  await control(learner, 'Camera').click();
  await expectToSee(mentor.page);

  await giveScreen(learner.page);
  await control(learner, 'Share').click();
  const screen = mentor.page.locator('.tile--main[data-source="screen"]');
  const voices = mentor.page.locator('audio');
  await screen.waitFor();
  await expect.poll(() => voices.count()).toBe(2);
  // Who is muted goes on sharing, with its sound.
  await choose(mentor.page, 'Mute');
  await expectPressed(learner, 'Mic', false);
  expect(await energyMeanwhile(mentor.page)).toBeGreaterThan(1e-6);
  await choose(mentor.page, 'Stop screen share');
  await screen.waitFor({ state: 'detached' });
  await expectPressed(learner, 'Share', false);
  await expect.poll(() => voices.count()).toBe(1);
  await energyMeanwhile(mentor.page);
  expect(await energyMeanwhile(mentor.page)).toBeLessThan(1e-6);
  // Nothing of it holds for the next time.
  await control(learner, 'Mic').click();
  await control(learner, 'Share').click();
  await screen.waitFor();
  await expect.poll(() => voices.count()).toBe(2);
  await control(learner, 'Share').click();
  await expectToHear(mentor.page);
});

test('a microphone muted before a drop, or during it, is muted after it (ROOM-13)', async () => {
  const { mentor, learner } = lesson;
  const drop = async (meanwhile: () => Promise<void>) => {
    await learner.context.setOffline(true);
    await learner.page.locator('[data-state="reconnecting"]').waitFor({ state: 'attached' });
    await meanwhile();
    await learner.context.setOffline(false);
    await expectConnected(learner);
  };
  const expectMuted = async () => {
    await expectPressed(learner, 'Mic', false);
    await mentor.page.locator('.tile--main').getByRole('img', { name: 'muted' }).waitFor();
    expect(await arrivingMeanwhile(mentor.page, 'audio')).toBe(0);
  };
  await control(learner, 'Mic').click();
  await drop(() => Promise.resolve());
  await expectMuted();

  await control(learner, 'Mic').click();
  await expectToHear(mentor.page);
  await drop(async () => {
    // Each press counts, though none of them gets through.
    for (const pressed of [false, true, false]) {
      await control(learner, 'Mic').click();
      await expectPressed(learner, 'Mic', pressed);
    }
    // The node does not know of it yet: what still flows is silence.
    await energyMeanwhile(mentor.page);
    expect(await energyMeanwhile(mentor.page)).toBeLessThan(1e-6);
  });
  await expectMuted();

  await control(learner, 'Mic').click();
  await expectToHear(mentor.page);
  await drop(async () => {
    await mentor.page.getByText('Reconnecting…').first().waitFor();
    await choose(mentor.page, 'Mute');
    await mentor.page.locator('.tile--main').getByRole('img', { name: 'muted' }).waitFor();
    expect(await arrivingMeanwhile(mentor.page, 'audio')).toBe(0);
  });
  await expectMuted();
  await control(learner, 'Mic').click();
  await expectToHear(mentor.page);
});

test('who was removed asks to return, and is back by one press of the mentor (ROOM-13, ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  await choose(mentor.page, 'Remove');
  await mentor.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await learner.page.getByRole('heading', { name: 'You were removed from the lesson' }).waitFor();
  await mentor.page.getByText('You are the first one here').waitFor();
  // Loading the page again does not lead around it.
  await learner.page.reload();
  await learner.page.getByRole('button', { name: 'Join now' }).click();
  await learner.page.getByRole('heading', { name: 'You were removed from the lesson' }).waitFor();

  await learner.page.getByRole('button', { name: 'Ask to return' }).click();
  await mentor.page.getByRole('button', { name: /^Not now/ }).click();
  await learner.page.getByText('The mentor does not let you in now.').waitFor();
  await learner.page.getByRole('button', { name: 'Ask again' }).click();
  await mentor.page.getByRole('button', { name: /^Let .* in$/ }).click();
  await learner.page.getByRole('navigation', { name: 'Lesson controls' }).waitFor();
  await expectToSeeAndHear(learner.page);
  // Nobody is heard or seen again without pressing for it.
  await expectPressed(learner, 'Mic', false);
  await control(learner, 'Mic').click();
  await control(learner, 'Camera').click();
  await expectToSeeAndHear(mentor.page);
});

test('a locked room keeps out who left, not who loads the page again (ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  await openPeople(mentor.page);
  await mentor.page.getByRole('switch', { name: 'Lock the room' }).check();
  await learner.page.reload();
  await learner.page.getByRole('button', { name: 'Join now' }).click();
  await expectToSeeAndHear(learner.page);

  await control(learner, 'Leave the lesson').click();
  await learner.page.getByRole('button', { name: 'Rejoin' }).click();
  await learner.page.getByRole('button', { name: 'Join now' }).click();
  await learner.page.getByRole('heading', { name: 'The room is locked' }).waitFor();
  await mentor.page.getByRole('switch', { name: 'Lock the room' }).uncheck();
  await enter(learner.page, lesson.path);
});

test('a learner reports someone to the admin, once (ROOM-16)', async () => {
  const { mentor, learner } = lesson;
  const report = async () => {
    await choose(learner.page, 'Report');
    const dialog = learner.page.getByRole('dialog');
    await dialog.getByLabel('What happened?').selectOption('spam');
    await dialog.getByLabel('Tell us more').fill('Sells cars.');
    await dialog.getByRole('button', { name: 'Send report' }).click();
    return dialog;
  };
  await report();
  await learner.page.getByText('Report sent').waitFor();
  const dialog = await report();
  await dialog.getByText('You reported this person already.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});
