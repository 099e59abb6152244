import type { Page } from 'playwright-core';
import { until } from './until.ts';

declare global {
  interface Window {
    connections: Set<RTCPeerConnection>;
  }
}

/** Runs in the page before its scripts: keeps every RTCPeerConnection at hand, for its statistics. */
export function collectConnections(): void {
  const connections = new Set<RTCPeerConnection>();
  window.connections = connections;
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  };
}

type Received = {
  /** The picture that arrives, of the newest connection. */
  video: { width: number; height: number; frames: number; packets: number };
  audio: { packets: number; energy: number };
};

/** What the page receives now, summed over its open connections (W3C webrtc-stats, inbound-rtp). */
function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const sum = {
      video: { width: 0, height: 0, frames: 0, packets: 0 },
      audio: { packets: 0, energy: 0 },
    };
    for (const connection of window.connections) {
      if (connection.connectionState === 'closed') {
        window.connections.delete(connection);
        continue;
      }
      const stats = (await connection.getStats()) as unknown as Map<string, Record<string, number | string>>;
      for (const entry of stats.values()) {
        if (entry.type !== 'inbound-rtp') continue;
        if (entry.kind === 'audio') {
          sum.audio.packets += Number(entry.packetsReceived);
          sum.audio.energy += Number(entry.totalAudioEnergy ?? 0);
        } else if (Number(entry.framesDecoded) > 0) {
          // The bandwidth probe is a video stream too, of which nothing is ever decoded.
          sum.video.frames += Number(entry.framesDecoded);
          sum.video.packets += Number(entry.packetsReceived);
          sum.video.width = Number(entry.frameWidth);
          sum.video.height = Number(entry.frameHeight);
        }
      }
    }
    return sum;
  });
}

/** Waits until pictures are decoded and sound arrives, both going on. */
export async function expectToSeeAndHear(page: Page): Promise<void> {
  await expectToSee(page);
  await expectToHear(page);
}

export async function expectToSee(page: Page): Promise<void> {
  const before = (await received(page)).video;
  await until(
    'pictures are decoded',
    async () => (await received(page)).video,
    // Fewer than before: the connection is a new one.
    ({ width, frames }) =>
      width > 0 && (frames > before.frames + 5 || (frames < before.frames && frames > 5)),
  );
}

/** Remembers what is decoded now. @returns what waits for the next picture, of this or a new connection */
export async function nextPicture(page: Page): Promise<() => Promise<unknown>> {
  const before = (await received(page)).video.frames;
  const next = () =>
    until(
      'a picture is decoded',
      async () => (await received(page)).video.frames,
      (frames) => frames > 0 && frames !== before,
      { timeoutMs: 60_000, everyMs: 30 },
    );
  return next;
}

export async function expectToHear(page: Page): Promise<void> {
  const before = (await received(page)).audio;
  await until(
    'sound arrives',
    async () => (await received(page)).audio,
    ({ packets, energy }) =>
      packets > 10 && energy > 0 && energy !== before.energy && packets !== before.packets,
  );
}

/** Waits for the width of the picture that arrives. */
export async function expectWidth(page: Page, width: number): Promise<void> {
  await until(
    `the picture is ${width} wide`,
    async () => (await received(page)).video.width,
    (now) => now === width,
    // The estimate of the bandwidth, on which the layer depends, grows slowly on a busy machine.
    { timeoutMs: 40_000 },
  );
}

/** Waits for a picture with at most, or at least, so many lines; a busy machine makes them fewer by itself. */
export async function expectLines(page: Page, { atLeast = 1, atMost = Infinity }): Promise<void> {
  await until(
    `the picture has ${atLeast} to ${atMost} lines`,
    async () => (await received(page)).video.height,
    (lines) => lines >= atLeast && lines <= atMost,
    { timeoutMs: 40_000 },
  );
}

/** How many packets of sound have come over the connections that are open now. */
export const soundPackets = async (page: Page): Promise<number> => (await received(page)).audio.packets;

/** How many packets of a kind arrive while many of the other kind do. */
export async function arrivingMeanwhile(page: Page, kind: 'video' | 'audio'): Promise<number> {
  const other = kind === 'video' ? 'audio' : 'video';
  const before = await received(page);
  const after = await until(
    `${other} goes on`,
    () => received(page),
    (now) => now[other].packets > before[other].packets + 15,
  );
  return after[kind].packets - before[kind].packets;
}

/**
 * How much sound (webrtc-stats, totalAudioEnergy) is heard while pictures go on: for more than a second, in which the fake
 * microphone beeps at least once.
 */
export async function energyMeanwhile(page: Page): Promise<number> {
  const before = await received(page);
  const after = await until(
    'pictures go on',
    () => received(page),
    (now) => now.video.frames > before.video.frames + 20,
  );
  return after.audio.energy - before.audio.energy;
}

type Streams = {
  video: { codec: string; frames: number }[];
  /** By stream: how much sound it has brought. */
  audio: number[];
};

/** Each stream that the page sends (`outbound-rtp`) or receives. */
export function streamsOf(page: Page, direction: 'inbound-rtp' | 'outbound-rtp'): Promise<Streams> {
  return page.evaluate(async (type) => {
    const streams: Streams = { video: [], audio: [] };
    for (const connection of window.connections) {
      if (connection.connectionState === 'closed') continue;
      const stats = (await connection.getStats()) as unknown as Map<string, Record<string, number | string>>;
      for (const entry of stats.values()) {
        if (entry.type !== type) continue;
        if (entry.kind === 'audio') streams.audio.push(Number(entry.totalAudioEnergy ?? 0));
        else {
          const codec = String(stats.get(String(entry.codecId))?.mimeType ?? '');
          streams.video.push({ codec, frames: Number(entry.framesDecoded ?? entry.framesEncoded ?? 0) });
        }
      }
    }
    return streams;
  }, direction);
}

/** How the open connections of the page go, by the candidate pair that each has chosen (W3C webrtc-stats). */
export function waysOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const connection of window.connections) {
      if (connection.connectionState !== 'connected') continue;
      const stats = (await connection.getStats()) as unknown as Map<string, Record<string, string>>;
      for (const { type, selectedCandidatePairId = '' } of stats.values()) {
        if (type !== 'transport') continue;
        const local = stats.get(stats.get(selectedCandidatePairId)?.localCandidateId ?? '');
        found.push(`${local?.candidateType} ${local?.relayProtocol ?? local?.protocol}`);
      }
    }
    return found;
  });
}
