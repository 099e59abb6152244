import { expect, test } from 'vitest';
import { expectedQuality, type Way, type WayReport } from '../../../web/room/expectedQuality.ts';

const way = (name: Way, roundTripMs: number, lostShare = 0): WayReport => ({
  ...{ way: name, reachable: true, roundTripMs, lostShare },
});
const closed = (name: Way): WayReport => ({ way: name, reachable: false });

test.each([
  ['UDP, near and clean', [way('udp', 38), way('tcp', 30)], 'good'],
  ['UDP that loses a little', [way('udp', 38, 0.04), way('tcp', 38)], 'fair'],
  ['UDP from far away', [way('udp', 350), way('tcp', 350)], 'fair'],
  ['UDP that loses much', [way('udp', 38, 0.2), way('tcp', 38)], 'poor'],
  ['only TCP', [closed('udp'), way('tcp', 38)], 'fair'],
  ['only a slow relay', [closed('udp'), closed('tcp'), way('turn', 700)], 'poor'],
  ['the nearest of what is left', [closed('udp'), way('tcp', 700), way('turn', 90)], 'fair'],
  ['nothing', [closed('udp'), closed('tcp'), closed('turn')], 'unreachable'],
] as const)('%s (ROOM-2)', (_, reports, expected) => {
  expect(expectedQuality([...reports])).toBe(expected);
});
