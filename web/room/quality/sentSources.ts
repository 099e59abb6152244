import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { SentFigures, StreamFigures } from './compareStats.ts';

/** One source as it is sent, its layers taken together; how many of them flow. */
export type SentSource = { figures: StreamFigures; active: number; all: number };

/** What is sent, by source: a simulcast camera is several streams, of which the largest that flows says the size. */
export function sentSources(sent: SentFigures[]): SentSource[] {
  const bySource = Map.groupBy(sent, ({ source }): MediaSource => source);
  return [...bySource.values()].flatMap((streams) => {
    const flowing = streams.filter(({ packets }) => packets > 0);
    const [largest] = (flowing.length > 0 ? flowing : streams).toSorted(
      (a, b) => (b.height ?? 0) - (a.height ?? 0),
    );
    if (!largest) return [];
    const losses = streams.flatMap(({ lostShare }) => lostShare ?? []);
    const figures: StreamFigures = {
      ...largest,
      bitrate: streams.reduce((sum, { bitrate }) => sum + bitrate, 0),
      packets: streams.reduce((sum, { packets }) => sum + packets, 0),
      lostShare: losses.length > 0 ? Math.max(...losses) : null,
    };
    return [{ figures, active: flowing.length, all: streams.length }];
  });
}
