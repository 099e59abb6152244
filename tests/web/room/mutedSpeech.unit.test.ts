import { expect, it } from 'vitest';
import { createBurstWatch } from '../../../web/room/devices/createBurstWatch.ts';
import { allowingBrowser } from '../../../web/room/devices/howToAllow.ts';

const looks = (pattern: string) => {
  const watch = createBurstWatch({ loud: 3, outOf: 6, quiet: 8 });
  return [...pattern].map((look) => (watch(look === '#') ? '!' : '.')).join('');
};

it('speech into a muted microphone is noticed once for each burst (ROOM-7)', () => {
  expect(looks('..##.#####..##')).toBe('.....!........');
  // Long enough quiet ends it; a breath does not.
  expect(looks('###.....###')).toBe('..!........');
  expect(looks('###........###')).toBe('..!..........!');
});

it('a door that slams, or a knock now and then, is no speech', () => {
  expect(looks('##....##....#')).toBe('.............');
});

const agents = {
  chromium:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0',
  android: 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  safari: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15',
  ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/150.0 Mobile Safari/604.1',
  other: 'Something/1.0',
} as const;

it.each(Object.entries(agents))('how to allow a device is told for %s', (browser, agent) => {
  expect(allowingBrowser(agent)).toBe(browser);
});
