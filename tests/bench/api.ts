import { freePorts } from '../support/freePorts.ts';
import { startProcess } from '../support/startProcess.ts';
import type { Product } from '../support/startProduct.ts';
import { type Figures, median, round } from './figures.ts';
import { type Load, measureLoad } from './measureLoad.ts';

const rounds = 3;
const secondsARound = 4;
/** PERF-1: cached lists answer in p95 < 50 ms when so many ask at once. */
const connections = 200;

const lists = {
  landing: '/api/landing',
  sessions: '/api/sessions',
  mentors: '/api/mentors',
} as const;

/**
 * The lists that everyone asks for, as visitors get them, against a bare Koa app that answers a constant. Rounds are
 * interleaved, so that a slow moment of the machine meets all.
 */
export async function benchApi(product: Product): Promise<Figures> {
  const [port = 0] = await freePorts(1);
  const helloUrl = `http://127.0.0.1:${port}/`;
  const hello = await startProcess('tests/bench/koaHello.ts', {
    env: { PORT: String(port) },
    readyUrl: helloUrl,
  });
  const urls = new Map(Object.entries(lists).map(([name, path]) => [name, `${product.apiUrl}${path}`]));
  urls.set('hello', helloUrl);
  const measured = new Map<string, Load[]>();
  try {
    for (const url of urls.values()) await measureLoad([url], connections, 1);
    for (let i = 0; i < rounds; i++)
      for (const [name, url] of urls)
        measured.set(name, [
          ...(measured.get(name) ?? []),
          await measureLoad([url], connections, secondsARound),
        ]);
  } finally {
    await hello.stop();
  }
  const of = (name: string, figure: keyof Load) =>
    median((measured.get(name) ?? []).map((load) => load[figure]));
  const bare = of('hello', 'perSecond');
  const figures: Figures = {
    koaHelloPerSecond: { value: round(bare, 0), unit: 'req/s', about: 'bare Koa hello, same run' },
    koaHelloP95: {
      value: round(of('hello', 'p95'), 1),
      unit: 'ms',
      about: `its p95 with ${connections} at once`,
    },
  };
  for (const [name, path] of Object.entries(lists)) {
    const perSecond = of(name, 'perSecond');
    const percentiles = (['p50', 'p95', 'p99'] as const).map((part) => [part, of(name, part)] as const);
    figures[`${name}Ratio`] = {
      ...{ value: round(perSecond / bare), unit: '×' },
      about: `${path} ÷ bare Koa hello (${round(perSecond, 0)} req/s)`,
    };
    for (const [part, ms] of percentiles)
      figures[`${name}${part.toUpperCase()}`] = {
        ...{ value: round(ms, 1), unit: 'ms' },
        about: `${part} of ${path} with ${connections} at once`,
      };
  }
  return figures;
}
