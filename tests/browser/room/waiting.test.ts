import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, makeLesson } from '../support/lesson.ts';
import { expectToSeeAndHear } from '../support/mediaStats.ts';
import { openPerson, type Someone } from '../support/people.ts';

/** So long before the start the mentor may go live already, and learners may not enter yet (LES-7). */
const startsInMs = 12 * 60_000;
let lesson: Awaited<ReturnType<typeof makeLesson>>;
let mentor: Someone;
let learner: Someone;

beforeAll(async () => {
  lesson = await makeLesson('Worth the wait', startsInMs);
  [mentor, learner] = await Promise.all([openPerson('mentor'), openPerson('learner')]);
  await learner.context.addInitScript(speakWithoutPause);
});
afterAll(async () => {
  await lesson.end();
  await Promise.all([mentor.close(), learner.close()]);
});

test('who comes too early waits, and comes in by itself when the mentor goes live (ROOM-3)', async () => {
  const { page } = learner;
  await page.goto(lesson.path);
  await page.getByRole('button', { name: 'Ready to join' }).click();
  await page.getByText('Waiting for the mentor to start').waitFor();
  expect(await page.getByRole('navigation', { name: 'Lesson controls' }).count()).toBe(0);
  await lesson.goLive();
  await page.getByRole('navigation', { name: 'Lesson controls' }).waitFor();
});

test('who speaks is marked on the other side (ROOM-6)', async () => {
  await enter(mentor.page, lesson.path);
  await expectToSeeAndHear(mentor.page);
  await mentor.page.locator('.tile--main.is-speaking').waitFor();
  await learner.page.getByRole('button', { name: 'Mic', exact: true }).click();
  await mentor.page.locator('.tile--main:not(.is-speaking)').waitFor();
  expect([...mentor.problems, ...learner.problems]).toEqual([]);
});

/** The fake microphone beeps once a second; this one hums, as a voice goes on. */
function speakWithoutPause(): void {
  const devices = MediaDevices.prototype;
  const native = Object.getOwnPropertyDescriptor(devices, 'getUserMedia')
    ?.value as typeof devices.getUserMedia;
  devices.getUserMedia = function (wanted) {
    if (!wanted?.audio) return Reflect.apply(native, this, [wanted]);
    const context = new AudioContext();
    const hum = new OscillatorNode(context, { frequency: 220 });
    const microphone = context.createMediaStreamDestination();
    hum.connect(microphone);
    hum.start();
    return Promise.resolve(microphone.stream);
  };
}
