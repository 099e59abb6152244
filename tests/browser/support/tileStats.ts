import type { Page } from 'playwright-core';
import { until } from './until.ts';

type TileStats = { height: number; frames: number; packets: number };

/** What arrives for the camera of one person (W3C webrtc-stats, inbound-rtp), whether its tile is seen or not. */
export function tileStats(page: Page, userId: string): Promise<TileStats> {
  return page.evaluate(async (id) => {
    const none = { height: 0, frames: 0, packets: 0 };
    const video = document.querySelector<HTMLVideoElement>(
      `figure[data-person="${id}"][data-source="camera"] video`,
    );
    const track = (video?.srcObject as MediaStream | null)?.getVideoTracks()[0];
    if (!track) return none;
    for (const connection of window.connections) {
      const stats = (await connection.getStats()) as unknown as Map<string, Record<string, number | string>>;
      for (const entry of stats.values()) {
        if (entry.type !== 'inbound-rtp' || entry.trackIdentifier !== track.id) continue;
        return {
          height: Number(entry.frameHeight ?? 0),
          frames: Number(entry.framesDecoded),
          packets: Number(entry.packetsReceived),
        };
      }
    }
    return none;
  }, userId);
}

/** Waits until the camera of each of these people is decoded, and goes on. */
export async function expectToSeeAll(page: Page, userIds: string[]): Promise<void> {
  for (const userId of userIds) {
    const before = await tileStats(page, userId);
    await until(
      `the camera of ${userId} is decoded`,
      () => tileStats(page, userId),
      ({ frames }) => frames > before.frames + 2,
      { timeoutMs: 80_000 },
    );
  }
}

/** Waits until this many voices are heard, each going on. */
export async function expectVoices(page: Page, count: number, who = 'this page'): Promise<void> {
  const voices = () =>
    page.evaluate(async () => {
      const energies: [string, number][] = [];
      for (const connection of window.connections) {
        const stats = (await connection.getStats()) as unknown as Map<
          string,
          Record<string, number | string>
        >;
        for (const entry of stats.values()) {
          if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') continue;
          energies.push([String(entry.trackIdentifier), Number(entry.totalAudioEnergy ?? 0)]);
        }
      }
      return energies;
    });
  const before = new Map(await voices());
  await until(
    `${count} voices are heard by ${who}`,
    voices,
    (now) => now.filter(([id, energy]) => energy > (before.get(id) ?? 0)).length === count,
    { timeoutMs: 80_000 },
  );
}

/** How many packets of one person's camera arrive while many of another one's do. */
export async function packetsMeanwhile(page: Page, userId: string, other: string): Promise<number> {
  const [before, since] = [await tileStats(page, userId), await tileStats(page, other)];
  await until(
    'the other picture goes on',
    () => tileStats(page, other),
    ({ packets }) => packets > since.packets + 20,
  );
  return (await tileStats(page, userId)).packets - before.packets;
}
