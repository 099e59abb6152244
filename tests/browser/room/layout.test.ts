import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { demoAccount } from '../support/callApi.ts';
import { makeGroupLesson, useSmallCameraAndVoice } from '../support/group.ts';
import { enter } from '../support/lesson.ts';
import { openLoggedIn, phone, shared, type Member } from '../support/people.ts';
import { expectToSeeAll, expectVoices, packetsMeanwhile, tileStats } from '../support/tileStats.ts';
import { until } from '../support/until.ts';

/** Two cores hold six people only when most pages are small. */
const viewport = { width: 800, height: 560 };
let lesson: Awaited<ReturnType<typeof makeGroupLesson>>;
let mentor: Member;
let learners: Member[];
/** Whose page is looked at. */
let asha: Member;

beforeAll(async () => {
  lesson = await makeGroupLesson('Six in a room', 5);
  mentor = await openLoggedIn(await demoAccount(shared.url, 'mentor'), { viewport });
  learners = await Promise.all(lesson.learners.map((who) => openLoggedIn(who, { viewport })));
  await Promise.all(learners.map(({ context }) => context.addInitScript(useSmallCameraAndVoice)));
  const [first] = learners;
  if (!first) throw new Error('there is no learner');
  asha = first;
});
afterAll(async () => {
  await lesson.end();
  await Promise.all([mentor, ...learners].map((one) => one.close()));
});

const tile = (page: Page, userId: string) =>
  page.locator(`figure[data-person="${userId}"][data-source="camera"]`);
const main = (page: Page) => page.locator('.tile--main');
const expectMain = (page: Page, userId: string) =>
  until(
    `${userId} is large`,
    () => page.evaluate(() => document.querySelector<HTMLElement>('.tile--main')?.dataset.person),
    (id) => id === userId,
  );
async function chooseLayout(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Layout', exact: true }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.keyboard.press('Escape');
}
/** Marks the elements of all videos, to know them again. */
const markVideos = (page: Page) =>
  page.locator('.room-stage video').evaluateAll((all) => all.forEach((video) => (video.dataset.marked = '')));
/** How many videos are others than before, or stand still. */
const changedVideos = (page: Page) =>
  page
    .locator('.room-stage video')
    .evaluateAll(
      (all) =>
        all.filter((video) => !('marked' in video.dataset) || (video as HTMLVideoElement).paused).length,
    );

test('two: the small one is swapped with the large one and dragged to a corner that is remembered (ROOM-6)', async () => {
  await Promise.all([enter(mentor.page, lesson.path), enter(asha.page, lesson.path)]);
  const { page } = asha;
  await expectToSeeAll(page, [mentor.id]);
  await expectMain(page, mentor.id);
  await markVideos(page);
  await tile(page, asha.id).click();
  await expectMain(page, asha.id);
  await page.keyboard.press('x');
  await expectMain(page, mentor.id);
  expect(await changedVideos(page)).toBe(0);

  const small = tile(page, asha.id);
  const at = await small.boundingBox();
  await page.mouse.move((at?.x ?? 0) + 20, (at?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move(60, 150, { steps: 4 });
  await page.mouse.up();
  const corner = () => page.locator('.room-stage').getAttribute('data-corner');
  expect(await corner()).toBe('topLeft');
  await expectMain(page, mentor.id);
  await small.hover();
  await small.getByRole('button').click();
  await page.getByRole('menuitemradio', { name: 'Bottom left' }).click();
  await page.keyboard.press('Escape');
  await enter(page, lesson.path);
  expect(await corner()).toBe('bottomLeft');
});

test('a large picture has many lines and a small one few (ROOM-5, ROOM-6)', async () => {
  const { page } = asha;
  const lines = (holds: (height: number) => boolean) =>
    until(
      'the layer follows the size',
      () => tileStats(page, mentor.id),
      ({ height }) => holds(height),
      { timeoutMs: 40_000 },
    );
  await lines((height) => height >= 360);
  await page.keyboard.press('x');
  await lines((height) => height > 0 && height <= 180);
  await page.keyboard.press('x');
  await lines((height) => height >= 360);
});

test(
  'three, then six, see and hear each other; a pin holds while its person loads the page anew (ROOM-6)',
  { timeout: 300_000 },
  async () => {
    const { page } = asha;
    const everyone = () => [mentor, ...learners];
    const expectAll = (people: (typeof mentor)[]) =>
      Promise.all(
        people.map(async (one) => {
          const others = people.filter((other) => other !== one);
          await expectToSeeAll(
            one.page,
            others.map(({ id }) => id),
          );
          await expectVoices(one.page, others.length, one.name);
        }),
      );
    const [, third, ...rest] = learners as [typeof mentor, typeof mentor, ...(typeof mentor)[]];
    await enter(third.page, lesson.path);
    await expectAll([mentor, asha, third]);
    await Promise.all(rest.map((one) => enter(one.page, lesson.path)));
    await expectAll(everyone());
    expect(await page.locator('.tile--cell').count()).toBe(6);

    await tile(page, third.id).dblclick();
    await expectMain(page, third.id);
    await enter(third.page, lesson.path);
    await expectMain(page, third.id);
    await expectToSeeAll(page, [third.id]);
    await page.getByRole('button', { name: /^Unpin/ }).click();
    await main(page).waitFor({ state: 'detached' });
  },
);

test('the stage follows who speaks (ROOM-6)', async () => {
  const { page } = asha;
  await chooseLayout(page, 'Speaker');
  const [speaks, speaksNext] = [learners[2], learners[3]] as [typeof mentor, typeof mentor];
  const microphone = (one: typeof mentor) => one.page.getByRole('button', { name: 'Mic', exact: true });
  for (const one of [mentor, ...learners]) if (one !== speaks) await microphone(one).click();
  await expectMain(page, speaks.id);
  await microphone(speaksNext).click();
  await microphone(speaks).click();
  await expectMain(page, speaksNext.id);
});

test('on a phone who is on another page is not sent; a swipe brings them (ROOM-5, ROOM-6)', async () => {
  const { page } = asha;
  await page.setViewportSize(phone);
  await page.getByText('1 of 2').waitFor();
  const away = await page
    .locator('.room-stage figure[hidden]')
    .evaluateAll((all) => all.map((figure) => figure.dataset.person ?? ''));
  const seen = (await main(page).getAttribute('data-person')) ?? '';
  expect(away.length).toBeGreaterThan(0);
  const [first = ''] = away;
  await until(
    'no packet comes of who is not seen',
    () => packetsMeanwhile(page, first, seen),
    (packets) => packets === 0,
  );
  await swipe(page, 'left');
  await page.getByText('2 of 2').waitFor();
  await expectToSeeAll(page, [first]);
});

test('the room of six is accessible and fits, on desktop and phone, light and dark (WEB, look and feel)', async () => {
  const { page } = asha;
  await expectAccessible(page, ['dark']);
  await expectNoSidewaysScroll(page);
  // Everything of a phone can be hit by a thumb.
  const bar = await page.getByRole('navigation', { name: 'Lesson controls' }).boundingBox();
  expect((bar?.x ?? -1) >= 0 && (bar?.x ?? 0) + (bar?.width ?? 0) <= phone.width).toBe(true);
  const hidden = () => page.locator('.room').getAttribute('data-bars');
  await main(page).click({ position: { x: 100, y: 100 } });
  expect(await hidden()).toBe('hidden');
  await main(page).click({ position: { x: 100, y: 100 } });
  expect(await hidden()).toBeNull();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1100, height: 700 });
  await chooseLayout(page, 'Grid');
  await expectAccessible(page, ['light']);
});

test('the picture goes into a window of its own, with its controls, and comes back (ROOM-6)', async () => {
  const { page } = asha;
  const inWindow = () =>
    page.evaluate(() => {
      const { documentPictureInPicture } = window as unknown as {
        documentPictureInPicture: { window: Window | null };
      };
      const view = documentPictureInPicture.window?.document;
      const video = view?.querySelector('video');
      return {
        name: view?.querySelector('.tile__name')?.textContent,
        width: video?.videoWidth ?? 0,
        controls: [...(view?.querySelectorAll('button') ?? [])].map((button) => button.ariaLabel),
        ground: view && getComputedStyle(view.body).backgroundColor,
      };
    });
  await page.keyboard.press('i');
  const shown = await until(
    'the window shows a picture, by our style sheet',
    inWindow,
    ({ width, ground }) => width > 0 && ground === 'rgb(43, 36, 48)',
  );
  expect(shown.controls).toEqual(['Mic', 'Camera', 'Leave the lesson']);
  const camera = page.getByRole('button', { name: 'Camera', exact: true });
  const pressed = await camera.getAttribute('aria-pressed');
  await page.evaluate(() => {
    const { documentPictureInPicture } = window as unknown as {
      documentPictureInPicture: { window: Window };
    };
    const { document: view } = documentPictureInPicture.window;
    view.querySelector<HTMLButtonElement>('button[aria-label="Camera"]')?.click();
  });
  await until(
    'the window’s control acts',
    () => camera.getAttribute('aria-pressed'),
    (now) => now !== pressed,
  );
  await page.keyboard.press('i');
  await until('the window is closed', inWindow, ({ controls }) => controls.length === 0);
  expect([mentor, ...learners].flatMap(({ problems }) => problems)).toEqual([]);
});

/** One finger across the stage. */
async function swipe(page: Page, to: 'left' | 'right'): Promise<void> {
  await page.locator('.room-stage').evaluate((stage, towards) => {
    const [from, until] = towards === 'left' ? [300, 80] : [80, 300];
    const point = (type: string, clientX: number) =>
      stage.dispatchEvent(
        new PointerEvent(type, {
          ...{ pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true },
          ...{ clientX, clientY: 300 },
        }),
      );
    point('pointerdown', from);
    point('pointermove', (from + until) / 2);
    point('pointermove', until);
    point('pointerup', until);
  }, to);
}
