import type { MediaSource } from '../contracts/facts.ts';
import type { Peer } from '../Peer.ts';
import { arrivalOf } from '../watchFlow.ts';

/**
 * A screen that does not change and a tab without sound may well send nothing; a microphone and a camera always do,
 * Opus in silence (DTX) every 400 ms.
 */
const neverSilent: readonly MediaSource[] = ['microphone', 'camera'];
const silentMs = 6_000;
/**
 * The path must have carried other packets for this long, with no longer gaps than these: ICE asks for consent every
 * 2.5 s in browsers (RFC 7675). Else it is the network that was away, and what is sent may be back already.
 */
const aliveMs = 4_000;
const longestGapMs = 4_500;
/** How long is waited after each time that the page was asked. */
const pausesMs = [10_000, 30_000, 60_000];

interface Case {
  bytes: number;
  aliveSinceMs: number | undefined;
  lastAliveMs: number;
  asked: number;
  nextMs: number;
}

/** Finds what a page believes to send and of which nothing arrives, while its path carries other packets (ROOM-13). */
export class SilentSenders {
  readonly #ask: (peer: Peer, source: MediaSource) => void;
  readonly #cases = new Map<string, Case>();

  constructor(ask: (peer: Peer, source: MediaSource) => void) {
    this.#ask = ask;
  }

  async look(peers: Peer[], nowMs: number): Promise<void> {
    const present = new Set<string>(peers.map(({ id }) => id));
    for (const key of this.#cases.keys())
      if (!present.has(key.slice(0, key.indexOf('/')))) this.#cases.delete(key);
    await Promise.all(peers.map((peer) => this.#lookAt(peer, nowMs)));
  }

  async #lookAt(peer: Peer, nowMs: number): Promise<void> {
    const { media } = peer;
    const path = media?.path('send');
    if (!media || !path?.connected || !peer.connected) return;
    for (const producer of media.producers) {
      const { source } = producer.appData;
      const arrival = arrivalOf(producer);
      if (!neverSilent.includes(source) || !arrival) continue;
      const key = `${peer.id}/${source}`;
      const { silentSinceMs } = arrival;
      if (silentSinceMs === undefined || producer.paused) {
        this.#cases.delete(key);
        continue;
      }
      const silent = this.#cases.get(key) ?? newCase();
      this.#cases.set(key, silent);
      const alive = noteBytes(silent, await path.bytesReceived(), nowMs);
      const pauseMs = pausesMs[silent.asked];
      if (!alive || nowMs - silentSinceMs < silentMs || nowMs < silent.nextMs || pauseMs === undefined)
        continue;
      silent.asked += 1;
      silent.nextMs = nowMs + pauseMs;
      this.#ask(peer, source);
    }
  }
}

const newCase = (): Case => ({
  bytes: Infinity,
  aliveSinceMs: undefined,
  lastAliveMs: 0,
  asked: 0,
  nextMs: 0,
});

/** @returns whether the path is known to carry packets, now and for a while. */
function noteBytes(silent: Case, bytes: number, nowMs: number): boolean {
  const grown = bytes > silent.bytes;
  silent.bytes = bytes;
  if (nowMs - silent.lastAliveMs > longestGapMs) silent.aliveSinceMs = undefined;
  if (!grown) return false;
  silent.lastAliveMs = nowMs;
  silent.aliveSinceMs ??= nowMs;
  return nowMs - silent.aliveSinceMs >= aliveMs;
}
