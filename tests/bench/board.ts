import { Redis } from 'ioredis';
import { chromium, type Page } from 'playwright-core';
import { roomTicket, sessionForMe } from '../../api/contracts/sessions.ts';
import { callApiAs } from '../browser/support/callApi.ts';
import { enter } from '../browser/support/enter.ts';
import { browserArgs } from '../browser/support/globalSetup.ts';
import { liveLesson, logInTo } from '../browser/support/roomInNetwork.ts';
import type { BoardItem } from '../../media/contracts/board.ts';
import { BoardClient, line } from '../support/boardClient.ts';
import type { Product } from '../support/startProduct.ts';
import { type Figures, median, round } from './figures.ts';

const elements = 10_000;
const strokes = 20;
const pointsEach = 40;

/** A board as it is after a long lesson: how it opens, how drawing on it feels, and what that costs (ROOM-9). */
export async function benchBoard(product: Product, redisUrl: string): Promise<Figures> {
  const url = product.apiUrl.replace('127.0.0.1', 'localhost');
  const path = await liveLesson(url);
  const asLearner = await callApiAs(url, 'learner');
  const { id } = sessionForMe.parse(await asLearner('GET', `/api/rooms/${path.split('/').at(-1)}`));
  const ticket = async () => roomTicket.parse(await asLearner('POST', `/api/sessions/${id}/ticket`));
  const { mediaUrl } = await ticket();
  const filler = new BoardClient(
    () => mediaUrl,
    async () => (await ticket()).ticket,
  );
  filler.sync.edit(Array.from({ length: elements }, (_, at) => laid(at)));
  filler.goOnline();
  await until(() => filler.atRest);
  const redis = new Redis(redisUrl);
  const atRest = await bytesOf(redis, `*board:${path.split('/').at(-1)}*`);
  redis.disconnect();

  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: browserArgs,
  });
  try {
    const mentor = await logInTo(browser, url, 'mentor');
    await enter(mentor, path);
    const since = performance.now();
    await mentor.keyboard.press('w');
    const canvas = mentor.locator('.board-canvas canvas.interactive');
    await canvas.waitFor();
    await mentor.locator('.board__state').waitFor({ state: 'detached', timeout: 60_000 });
    const openMs = performance.now() - since;
    const sent = await watchSent(mentor);
    const frames = await framesOf(mentor, async () => {
      for (let stroke = 0; stroke < strokes; stroke += 1) await draw(mentor, stroke);
    });
    await until(() => filler.copy.elements('first').length === elements + strokes);
    const perStroke = sent.bytes() / strokes;
    const sorted = frames.toSorted((one, other) => one - other);
    return {
      boardOpenMs: { value: round(openMs, 0), unit: 'ms', about: `a board of ${elements} elements opens` },
      boardFrameP50Ms: {
        value: round(median(frames), 1),
        unit: 'ms',
        about: 'frame while drawing on it, p50',
      },
      boardFrameP95Ms: {
        ...{ value: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0, 1), unit: 'ms' },
        about: 'the same, p95',
      },
      boardStrokeBytes: {
        ...{ value: round(perStroke, 0), unit: 'B' },
        about: `sent for a stroke of ${pointsEach} points, with the hand shown live`,
      },
      boardAtRestKb: { value: round(atRest / 1000, 0), unit: 'kB', about: 'the board in Redis' },
    };
  } finally {
    filler.close();
    await browser.close();
  }
}

/** Each above the one before, as an editor would lay them; else every page would have to put them in order first. */
function laid(at: number): BoardItem {
  const item = line('first');
  if (item.kind === 'element') item.element.index = `c${at.toString(36).padStart(3, '0')}`;
  return item;
}

async function draw(page: Page, stroke: number): Promise<void> {
  const box = (await page.locator('.board-canvas canvas.interactive').boundingBox())!;
  if (stroke === 0) await page.getByTestId('toolbar-freedraw').first().check({ force: true });
  const y = box.y + box.height * (0.3 + stroke * 0.02);
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  for (let point = 1; point <= pointsEach; point += 1)
    await page.mouse.move(box.x + box.width * 0.3 + point * 6, y + (point % 4) * 3);
  await page.mouse.up();
}

/** Times between frames while something is done. */
async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  const stop = await page.evaluateHandle(() => {
    const times: number[] = [];
    let before: number | undefined;
    let running = true;
    const frame = (now: number) => {
      if (before !== undefined) times.push(now - before);
      before = now;
      if (running) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return () => {
      running = false;
      return times;
    };
  });
  await work();
  return stop.evaluate((done) => done());
}

async function watchSent(page: Page) {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.webSocketFrameSent', ({ response }) => {
    if (response.payloadData.includes('board')) bytes += response.payloadData.length;
  });
  await session.send('Network.enable');
  return { bytes: () => bytes };
}

async function bytesOf(redis: Redis, pattern: string): Promise<number> {
  let bytes = 0;
  for (const key of await redis.keys(pattern))
    bytes += Number(await redis.memory('USAGE', key, 'SAMPLES', 0));
  return bytes;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
