import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { openTestRedis } from '../../support/testRedis.ts';
import { startProduct } from '../../support/startProduct.ts';
import { startTurnServer } from '../../support/turnServer.ts';
import { ensureWebBuild } from '../../../bin/setup/webBuild.ts';

/** What the test files share: one product and one browser, both real. */
export type Shared = {
  url: string;
  mediaPid: number;
  browserEndpoint: string;
  productEnv: Record<string, string>;
};

declare module 'vitest' {
  export interface ProvidedContext {
    shared: Shared;
  }
}

export const browserArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Moving pictures of two cameras and a beep; 15 frames a second so that two cores hold several people at 720p.
  '--use-fake-device-for-media-stream=fps=15,device-count=2',
  '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
  '--autoplay-policy=no-user-gesture-required',
];

/** Brings up the product and the browser once for all files. @returns what takes them down. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureWebBuild();
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closeOne of opened.reverse()) await closeOne();
  };
  try {
    const redis = await openTestRedis();
    opened.push(() => redis.close());
    const turn = await startTurnServer();
    opened.push(() => turn.close());
    const product = await startProduct(redis.url, { more: turn.settings });
    opened.push(() => product.close());
    const browser = await chromium.launchServer({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: browserArgs,
    });
    opened.push(() => browser.close());
    // By the name under which the API knows itself: other origins are refused.
    const url = product.apiUrl.replace('127.0.0.1', 'localhost');
    project.provide('shared', {
      url,
      mediaPid: product.processes.media.pid,
      browserEndpoint: browser.wsEndpoint(),
      productEnv: product.env,
    });
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}
