import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { enter, makeLiveLesson } from '../support/lesson.ts';
import { expectToSeeAndHear } from '../support/mediaStats.ts';
import { openPerson, phone, type Someone } from '../support/people.ts';

let lesson: Awaited<ReturnType<typeof makeLiveLesson>>;
let learner: Someone;
beforeAll(async () => {
  [lesson, learner] = await Promise.all([makeLiveLesson('At the door'), openPerson('learner')]);
});
afterAll(async () => {
  await lesson.end();
  await learner.close();
});

test('before joining one sees oneself and that one is heard, on a phone too (ROOM-2)', async () => {
  const { page } = learner;
  await page.goto(lesson.path);
  await page.locator('.preview video').waitFor();
  await page.getByText('We hear you.').waitFor();
  await page.evaluate(() => {
    const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')
      ?.value as () => Promise<void>;
    HTMLMediaElement.prototype.play = function () {
      this.addEventListener('timeupdate', () => {
        if (this.currentTime > 0 && !this.muted) document.body.dataset.played = 'sound';
      });
      return Reflect.apply(native, this, []);
    };
  });
  await page.getByRole('button', { name: 'Play a test sound' }).click();
  await page.getByText('Do you hear it?').waitFor();
  await page.locator('body[data-played="sound"]').waitFor();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page, ['dark']);
  await expectNoSidewaysScroll(page);
});

test.for([
  ['NotAllowedError', 'The camera is blocked for this site.'],
  ['NotFoundError', 'No camera was found.'],
] as const)('devices that answer %s do not keep anybody out (ROOM-2)', async ([name, sentence]) => {
  const [mentor, deaf] = await Promise.all([openPerson('mentor'), openPerson('learner')]);
  await deaf.context.addInitScript((error) => {
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('refused', error));
  }, name);
  await deaf.page.goto(lesson.path);
  await deaf.page.getByText('Camera and microphone unavailable. You can join').waitFor();
  await deaf.page.getByText(sentence).waitFor();
  await Promise.all([
    enter(mentor.page, lesson.path),
    deaf.page.getByRole('button', { name: 'Join now' }).click(),
  ]);
  await expectToSeeAndHear(deaf.page);
  await deaf.page.getByRole('button', { name: 'Mic', exact: true }).click();
  await deaf.page.getByText('Microphone unavailable').waitFor();
  expect([...mentor.problems, ...deaf.problems]).toEqual([]);
  await Promise.all([mentor.close(), deaf.close()]);
});

test('where sound needs a gesture, a button asks for one (ROOM-7)', async () => {
  const [mentor, quiet] = await Promise.all([openPerson('mentor'), openPerson('learner')]);
  await quiet.context.addInitScript(() => {
    const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')
      ?.value as () => Promise<void>;
    let asked = false;
    const notice = (event: Event) => (asked ||= (event.target as Element).closest('.hear') !== null);
    document.addEventListener('pointerdown', notice, { capture: true });
    HTMLMediaElement.prototype.play = function () {
      if (asked) return Reflect.apply(native, this, []);
      return Promise.reject(new DOMException('needs a gesture', 'NotAllowedError'));
    };
  });
  await Promise.all([enter(mentor.page, lesson.path), enter(quiet.page, lesson.path)]);
  const hear = quiet.page.getByRole('button', { name: 'Tap to hear' });
  await hear.click();
  await hear.waitFor({ state: 'detached' });
  await expect
    .poll(() => quiet.page.evaluate(() => document.querySelector('audio')?.paused), { timeout: 10_000 })
    .toBe(false);
  await Promise.all([mentor.close(), quiet.close()]);
});
