import { once } from 'node:events';
import { countMedia, type MediaCount } from './countMedia.ts';
import { createWorker, type WebRtcServer, type Worker } from './mediasoup.ts';
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
 * Starts one worker with one UDP and one TCP port for all its transports: `firstPort + index`, or any free
 * ones when `firstPort` is 0.
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
  const listen = {
    ip: rtc.ip,
    ...(rtc.announcedAddress && { announcedAddress: rtc.announcedAddress }),
    ...(rtc.firstPort > 0 && { port: rtc.firstPort + index }),
  };
  try {
    const webRtcServer = await worker.createWebRtcServer({
      listenInfos: [
        { protocol: 'udp', ...listen },
        { protocol: 'tcp', ...listen },
      ],
    });
    return { index, worker, webRtcServer, count, opening: 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
