import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureOf } from '../../support/mediaFiles.ts';
import { openNewcomer, type Someone } from '../support/people.ts';

let mentor: Someone;
let page: Page;
beforeAll(async () => {
  mentor = await openNewcomer('mentor');
  ({ page } = mentor);
  await page.goto('/dashboard/mentor/settings/profile');
});
afterAll(async () => {
  expect(mentor.problems).toEqual([]);
  await mentor.close();
});

const field = (name: string) => page.getByRole('group', { name });
const choose = (name: string, file: { name: string; mimeType: string; buffer: Buffer }) =>
  // The test hands over as much as a person picks: on a busy machine that takes a while.
  field(name).locator('input[type=file]').setInputFiles(file, { timeout: 60_000 });

describe('the picture of a profile (WEB-6)', () => {
  test('is sent when chosen, and is seen everywhere', async () => {
    const buffer = await pictureOf(900, 700).jpeg().toBuffer();
    await choose('Picture', { name: 'me.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText('Your picture is saved.').waitFor();
    const image = field('Picture').locator('img[src^="/files/pictures/"]');
    await image.waitFor();
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    await page
      .locator('header img[src^="/files/pictures/"], .topbar img[src^="/files/pictures/"]')
      .first()
      .waitFor();
  });

  test('that is something else is refused in words before it is sent', async () => {
    const fake = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') };
    await choose('Picture', fake);
    await field('Picture').getByText('Use a JPG, PNG or WebP up to 5 MB.').waitFor();
    const large = { ...fake, buffer: Buffer.alloc(5_000_001) };
    await choose('Picture', large);
    await field('Picture').getByText('Use a JPG, PNG or WebP up to 5 MB.').waitFor();
  });

  test('is taken off again', async () => {
    await field('Picture').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Your picture is removed.').waitFor();
    await field('Picture').locator('img').waitFor({ state: 'detached' });
  });
});

test('a film of 22 MB goes on by itself after the line was cut, and then plays (WEB-6)', async () => {
  const buffer = await recordFilm(page, 22_000_000);
  const cdp = await mentor.context.newCDPSession(page);
  const line = { latency: 0, downloadThroughput: -1, uploadThroughput: 1_500_000 };
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { ...line, offline: false });
  await choose('Intro video', { name: 'hello.webm', mimeType: 'video/webm', buffer });
  const bar = field('Intro video').getByRole('progressbar');
  const sent = () => bar.evaluate((element: HTMLProgressElement) => element.value);
  await bar.waitFor();
  await expect.poll(sent, { timeout: 20_000, interval: 50 }).toBeGreaterThan(25);
  await cdp.send('Network.emulateNetworkConditions', { ...line, offline: true });
  await field('Intro video').getByText('Connection lost, going on when it is back').waitFor();
  const cutAt = await sent();
  expect(cutAt).toBeLessThan(100);

  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await cdp.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1, offline: false });
  const wrong = field('Intro video').getByRole('alert');
  const outcome = page.getByText('Your video is saved.').or(wrong).first();
  await outcome.waitFor({ timeout: 30_000 }).catch(async (error: unknown) => {
    throw new Error(`it hangs: ${await field('Intro video').innerText()}`, { cause: error });
  });
  expect(await outcome.innerText()).toContain('Your video is saved.');
  // It went on: what had arrived was not sent again.
  expect(offsets[0]).toBeGreaterThan(4_000_000);
  const video = field('Intro video').locator('video');
  await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.readyState)).toBeGreaterThan(0);
  expect(await video.getAttribute('src')).toMatch(/^\/files\/videos\//u);
  await cdp.detach();
});

/** A film that this browser recorded, made larger by an empty element at its end. */
async function recordFilm(on: Page, bytes: number): Promise<Buffer> {
  const recorded = await on.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const done = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      pen?.fillRect(frame * 5, 0, 5, 5);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    recorder.stop();
    await done;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  const film = Buffer.from(recorded);
  const empty = Buffer.alloc(bytes - film.length);
  empty[0] = 0xec;
  empty.writeBigUInt64BE(BigInt(empty.length - 9), 1);
  empty[1] = 0x01;
  // It belongs to the segment, which says its size (in the last seven of eight bytes).
  const sizeAt = film.indexOf(Buffer.from('18538067', 'hex')) + 5;
  film.writeUIntBE(film.readUIntBE(sizeAt + 1, 6) + empty.length, sizeAt + 1, 6);
  return Buffer.concat([film, empty]);
}
