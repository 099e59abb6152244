import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { countMedia, type MediaCount } from './countMedia.ts';
import { createWorker, type TransportListenInfo, type WebRtcServer, type Worker } from './mediasoup.ts';
import type { WorkerPoolOptions } from './WorkerPool.ts';

export interface RunningWorker {
  index: number;
  worker: Worker;
  webRtcServer: WebRtcServer;
  count: MediaCount;
  /** Routers asked for and not there yet. */
  opening: number;
  /** Closes the worker; resolves when its process is gone. */
  stop(): Promise<void>;
}

/**
 * Starts one worker with one UDP and one TCP port on each address for all its transports (ROOM-19):
 * `firstPort + index`, or any free ones when `firstPort` is 0.
 */
export async function startWorker(
  index: number,
  { workerBin, rtc }: Pick<WorkerPoolOptions, 'workerBin' | 'rtc'>,
): Promise<RunningWorker> {
  const worker = await createWorker({ logLevel: 'error', ...(workerBin && { workerBin }) });
  const count = countMedia(worker);
  const gone = once(worker, 'subprocessclose');
  const stop = async () => {
    worker.close();
    if (!worker.subprocessClosed) await gone;
  };
  try {
    const webRtcServer = await worker.createWebRtcServer({ listenInfos: listenInfos(index, rtc) });
    return { index, worker, webRtcServer, count, opening: 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listenInfos(
  index: number,
  { addresses, firstPort }: WorkerPoolOptions['rtc'],
): TransportListenInfo[] {
  return addresses.flatMap(({ ip, announcedAddress }) =>
    (['udp', 'tcp'] as const).map((protocol) => ({
      protocol,
      ip,
      ...(announcedAddress && { announcedAddress }),
      ...(firstPort > 0 && { port: firstPort + index }),
      // `::` would take IPv4 too, and with it the port that 0.0.0.0 listens on.
      ...(isIPv6(ip) && { flags: { ipv6Only: true } }),
    })),
  );
}
