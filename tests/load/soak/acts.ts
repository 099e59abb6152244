import { setTimeout as delay } from 'node:timers/promises';
import { Refused } from '../clients/SignallingClient.ts';
import type { RoomClient } from '../clients/RoomClient.ts';

type Stay = {
  stayMs: number;
  leaving: AbortSignal;
  count: (what: string) => void;
};

const pauseMs = { least: 1_500, most: 6_000 };

/**
 * What a page may do in the middle of a lesson. ICE restarts are asked of the node as a page asks, but libdatachannel
 * cannot follow one: the client goes on under the old names, which the node lets live until the new ones are used.
 */
const acts: Record<string, (client: RoomClient) => Promise<unknown>> = {
  'resumed over a new socket': (client) => client.resume(),
  'asked to restart ICE': async (client) => {
    const { sendTransport, recvTransport } = client.media.setup;
    for (const { id: transportId } of [sendTransport, recvTransport]) {
      await client.signalling.request('restartIce', { transportId });
    }
  },
  'opened media anew': (client) => client.reopen(),
  'muted and unmuted': async (client) => {
    const { producerId } = await client.produce('screenAudio', true);
    for (const paused of [false, true])
      await client.signalling.request('setProducerPaused', { producerId, paused });
    await client.signalling.request('closeProducer', { producerId });
  },
  'shared a screen': async (client) => {
    const { producerId, stop } = await client.publish('screen');
    await delay(pauseMs.least);
    stop();
    await client.signalling.request('closeProducer', { producerId });
  },
  'looked away and back': async (client) => {
    const videos = [...client.consumers.values()].filter(({ kind }) => kind === 'video');
    for (const tile of [null, { width: 640, height: 360 }])
      for (const { id: consumerId } of videos)
        await client.signalling.request('showConsumer', { consumerId, tile });
  },
  'raised a hand': (client) => client.signalling.request('raiseHand', { raised: true }),
};
const names = Object.keys(acts);

/** Does one thing after another until the stay is over. */
export async function keepBusy(client: RoomClient, { stayMs, leaving, count }: Stay): Promise<void> {
  const until = performance.now() + stayMs;
  const restarted = new WeakSet<object>();
  while (performance.now() < until && !leaving.aborted) {
    const pause = pauseMs.least + Math.random() * (pauseMs.most - pauseMs.least);
    await delay(pause, undefined, { signal: leaving }).catch(() => undefined);
    if (leaving.aborted) return;
    const name = names[Math.floor(Math.random() * names.length)] ?? '';
    // After a second restart the node would no longer know the names of the first connection.
    if (name === 'asked to restart ICE' && restarted.has(client.media)) continue;
    if (name === 'asked to restart ICE') restarted.add(client.media);
    try {
      await acts[name]?.(client);
      count(name);
    } catch (error) {
      // Others close what is looked at, and whole lessons, at any moment.
      const passed = leaving.aborted || (error instanceof Refused && error.code === 'not_found');
      if (!passed) throw new Error(`${name}: ${String(error)}`, { cause: error });
    }
  }
}
