import autocannon from 'autocannon';
import { type Figures, median, round } from './figures.ts';
import { freePorts } from '../support/freePorts.ts';
import { startProcess } from '../support/startProcess.ts';
import type { Product } from '../support/startProduct.ts';

const rounds = 3;
const secondsARound = 4;
const connections = 50;

/**
 * Requests per second of the first page of open sessions, as visitors get it, against a bare Koa app that
 * answers a constant. Rounds of the two are interleaved, so that a slow moment of the machine meets both.
 */
export async function benchApi(product: Product): Promise<Figures> {
  const [port = 0] = await freePorts(1);
  const helloUrl = `http://127.0.0.1:${port}/`;
  const hello = await startProcess('tests/bench/koaHello.ts', {
    env: { PORT: String(port) },
    readyUrl: helloUrl,
  });
  const listUrl = `${product.apiUrl}/api/sessions`;
  try {
    await measure(listUrl, 1);
    await measure(helloUrl, 1);
    const lists: autocannon.Result[] = [];
    const hellos: autocannon.Result[] = [];
    for (let i = 0; i < rounds; i++) {
      hellos.push(await measure(helloUrl, secondsARound));
      lists.push(await measure(listUrl, secondsARound));
    }
    const [list, bare] = [lists, hellos].map((results) =>
      median(results.map((result) => result.requests.average)),
    );
    if (!list || !bare) throw new Error('nothing was measured');
    return {
      apiListRatio: { value: round(list / bare), unit: '×', about: 'cached session list ÷ bare Koa hello' },
      apiListPerSecond: { value: round(list, 0), unit: 'req/s', about: 'cached session list' },
      koaHelloPerSecond: { value: round(bare, 0), unit: 'req/s', about: 'bare Koa hello, same run' },
      apiListP97: {
        value: median(lists.map((result) => result.latency.p97_5)),
        unit: 'ms',
        about: `p97.5 of the list with ${connections} connections`,
      },
    };
  } finally {
    await hello.stop();
  }
}

async function measure(url: string, duration: number) {
  const result = await autocannon({ url, duration, connections });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} of the requests to ${url} failed`);
  return result;
}
