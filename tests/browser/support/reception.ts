import type { Page } from 'playwright-core';

declare global {
  interface Window {
    reception?: { look: () => Promise<Seen>; timer: number; seen: Seen[] };
  }
}

type Seen = { at: number; audio: number; concealed: number; frames: number; height: number };

const everyMs = 200;

/** What a page received meanwhile. Gaps are as fine as it was looked: 200 ms. */
export interface Reception {
  longestSoundGapMs: number;
  longestPictureGapMs: number;
  /** Of the time, in which sound was made up because it did not come (webrtc-stats, concealedSamples). */
  concealedShare: number;
  lowestHeight: number;
}

/** Looks at what a page receives, often, until it is asked what it saw. */
export async function watchReception(page: Page): Promise<() => Promise<Reception>> {
  await page.evaluate((lookEveryMs) => {
    const look = async (): Promise<Seen> => {
      const seen: Seen = { at: performance.now(), audio: 0, concealed: 0, frames: 0, height: 0 };
      for (const connection of window.connections) {
        if (connection.connectionState === 'closed') continue;
        const stats = (await connection.getStats()) as unknown as Map<
          string,
          Record<string, number | string>
        >;
        for (const entry of stats.values()) {
          if (entry.type !== 'inbound-rtp') continue;
          if (entry.kind === 'audio') {
            seen.audio += Number(entry.packetsReceived);
            // What is made up for silence is not heard (DTX).
            seen.concealed += Number(entry.concealedSamples ?? 0) - Number(entry.silentConcealedSamples ?? 0);
          } else if (Number(entry.framesDecoded) > 0) {
            seen.frames += Number(entry.framesDecoded);
            seen.height = Number(entry.frameHeight);
          }
        }
      }
      return seen;
    };
    const seen: Seen[] = [];
    const timer = window.setInterval(() => void look().then((one) => seen.push(one)), lookEveryMs);
    window.reception = { look, timer, seen };
  }, everyMs);
  return async () => {
    const seen = await page.evaluate(async () => {
      const watching = window.reception;
      if (!watching) throw new Error('the page was loaded anew meanwhile');
      window.clearInterval(watching.timer);
      return [...watching.seen, await watching.look()];
    });
    return summed(seen);
  };
}

const samplesPerMs = 48;

function summed(seen: Seen[]): Reception {
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) throw new Error('nothing was looked at');
  return {
    longestSoundGapMs: longestGap(seen, ({ audio }) => audio),
    longestPictureGapMs: longestGap(seen, ({ frames }) => frames),
    concealedShare: (last.concealed - first.concealed) / samplesPerMs / (last.at - first.at),
    lowestHeight: Math.min(...seen.map(({ height }) => height).filter((height) => height > 0)),
  };
}

/** The longest time in which a count stood still. */
function longestGap(seen: Seen[], countOf: (one: Seen) => number): number {
  let since = seen[0];
  let longest = 0;
  for (const one of seen) {
    if (!since || countOf(one) !== countOf(since)) since = one;
    else longest = Math.max(longest, one.at - since.at);
  }
  return Math.round(longest);
}
