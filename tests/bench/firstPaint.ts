import { chromium, type Browser } from 'playwright-core';
import { type Figures, median, round } from './figures.ts';
import type { Product } from '../support/startProduct.ts';

const rounds = 3;
/** Lighthouse's phone: slow 4G (1.6 Mbit/s, 150 ms) and a processor four times slower than this one. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 750_000 / 8,
};
const processorSlowdown = 4;
const phone = { width: 412, height: 823 };

interface Paints {
  /** Milliseconds from the beginning of the navigation. */
  first: number;
  largest: number;
}

/**
 * When the landing page is painted on a slow phone, as the server renders it and as the plain shell that it was
 * before. Rounds of the two are interleaved, each with an empty cache.
 */
export async function benchFirstPaint(product: Product): Promise<Figures> {
  // By the name under which the api knows itself.
  const url = product.apiUrl.replace('127.0.0.1', 'localhost');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    await measure(browser, url, 'rendered');
    const rendered: Paints[] = [];
    const shells: Paints[] = [];
    for (let i = 0; i < rounds; i++) {
      shells.push(await measure(browser, url, 'shell'));
      rendered.push(await measure(browser, url, 'rendered'));
    }
    const of = (paints: Paints[], which: keyof Paints) => median(paints.map((each) => each[which]));
    const [largest, shellLargest] = [of(rendered, 'largest'), of(shells, 'largest')];
    return {
      landingLcpMs: {
        value: round(largest, 0),
        unit: 'ms',
        about: 'largest paint of / on a slow phone; goal 1500',
      },
      landingFcpMs: { value: round(of(rendered, 'first'), 0), unit: 'ms', about: 'first paint of /, same' },
      landingShellLcpMs: {
        value: round(shellLargest, 0),
        unit: 'ms',
        about: 'largest paint without server rendering',
      },
      landingShellFcpMs: {
        value: round(of(shells, 'first'), 0),
        unit: 'ms',
        about: 'first paint without, same',
      },
      landingLcpRatio: {
        value: round(largest / shellLargest),
        unit: '×',
        about: 'largest paint, rendered ÷ shell',
      },
    };
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, url: string, how: 'rendered' | 'shell'): Promise<Paints> {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 1.75, isMobile: true });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', line);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown });
    // A page that is never rendered on the server is the shell; it takes the landing page's place on the same line.
    if (how === 'shell') await page.route(`${url}/`, (route) => route.continue({ url: `${url}/login` }));
    await page.goto(`${url}/`, { waitUntil: 'networkidle' });
    await page.locator('#main h1').waitFor();
    return await page.evaluate<Paints>(readPaints);
  } finally {
    await context.close();
  }
}

/** Runs in the page, which this program's compiler does not know. */
const readPaints = `new Promise((resolve) => {
  const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  new PerformanceObserver((list) => resolve({ first, largest: list.getEntries().at(-1).startTime }))
    .observe({ type: 'largest-contentful-paint', buffered: true });
})`;
