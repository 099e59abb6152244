import { setTimeout as delay } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import { routerCodecs } from '../../media/codecs.ts';
import { freePorts } from '../support/freePorts.ts';
import { startProcess } from '../support/startProcess.ts';
import { type Figures, median, printTable, round } from './figures.ts';
import { openBenchRedis } from './benchRedis.ts';
import { openBarePair, openRoomPair, type Pair } from './mediaPairs.ts';

const pairCount = 12;
const rounds = 5;
const roundMs = 2_500;
/** Each of the ends sends one packet in this time: twice the pace of a microphone. */
const packetEveryMs = 10;
/** What is under way when a round ends arrives within this time. */
const settleMs = 100;
const ticketSecret = 'the ticket secret of the media bench';

/** One SFU under load: its clients, and the CPU time that its worker's process has used. */
interface Target {
  pairs: Pair[];
  cpuSeconds(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Packets forwarded per CPU-second of the mediasoup worker: through rooms of ours, with all of our signalling, and
 * through bare routers, in turns. The clients are real (ICE, DTLS, SRTP), on the loopback, and not in the processes
 * that are measured. Takes about 40 seconds.
 */
export async function benchMedia(): Promise<Figures> {
  const ours = await openOurs();
  const bare = await openBare();
  try {
    const measured: { ours: Round; bare: Round }[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      measured.push({ ours: await measure(ours), bare: await measure(bare) });
    }
    const of = (read: (turn: { ours: Round; bare: Round }) => number) => median(measured.map(read));
    const lost = measured.flatMap((turn) => [turn.ours, turn.bare]);
    const sent = lost.reduce((sum, { sent }) => sum + sent, 0);
    const received = lost.reduce((sum, { received }) => sum + received, 0);
    return {
      mediaRoomPerCpuSecond: {
        value: Math.round(of((turn) => turn.ours.perCpuSecond)),
        unit: 'packets',
        about: `audio packets through ${pairCount} rooms of two`,
      },
      mediaBarePerCpuSecond: {
        value: Math.round(of((turn) => turn.bare.perCpuSecond)),
        unit: 'packets',
        about: 'the same through bare mediasoup routers',
      },
      mediaRatio: {
        value: round(of((turn) => turn.ours.perCpuSecond / turn.bare.perCpuSecond)),
        unit: '×',
        about: 'rooms of ours ÷ bare routers, packets forwarded per CPU-second',
      },
      mediaCpuPerPacket: {
        value: round(of((turn) => turn.bare.perCpuSecond / turn.ours.perCpuSecond)),
        unit: '×',
        about: 'CPU time for a packet, rooms of ours ÷ bare routers; goal 1.15',
      },
      mediaPacketsLost: {
        value: round(100 * (1 - received / sent), 3),
        unit: '%',
        about: `of ${sent} sent`,
      },
    };
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}

interface Round {
  sent: number;
  received: number;
  perCpuSecond: number;
}

async function measure(target: Target): Promise<Round> {
  const { pairs } = target;
  const count = () => pairs.reduce((sum, pair) => sum + pair.received(), 0);
  const [cpuBefore, receivedBefore, start] = [await target.cpuSeconds(), count(), performance.now()];
  let ticks = 0;
  while (performance.now() - start < roundMs) {
    // By the clock, not by timer ticks, so that a late timer makes up for what it missed.
    for (; ticks * packetEveryMs < performance.now() - start; ticks += 1) {
      for (const pair of pairs) pair.sendNext();
    }
    await delay(1);
  }
  await delay(settleMs);
  const received = count() - receivedBefore;
  const cpu = (await target.cpuSeconds()) - cpuBefore;
  return { sent: ticks * pairs.length * 2, received, perCpuSecond: received / cpu };
}

/** A media node as it is run, with one worker. */
async function openOurs(): Promise<Target> {
  const redis = await openBenchRedis('media');
  const [port = 0, rtcPort = 0] = await freePorts(2);
  const url = `http://127.0.0.1:${port}`;
  const node = await startProcess('media/main.ts', {
    readyUrl: `${url}/readyz`,
    env: {
      LOG_LEVEL: 'warn',
      REDIS_URL: redis.url,
      JWT_SECRET: 'a secret that the media node never uses',
      DATA_SECRET: 'another secret that it never uses, long enough',
      TICKET_SECRET: ticketSecret,
      MEDIA_PORT: String(port),
      MEDIA_PUBLIC_URL: url,
      MEDIA_RTC_PORT: String(rtcPort),
      MEDIA_WORKERS: '1',
      MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN ?? '',
    },
  });
  const pairs: Pair[] = [];
  for (let index = 0; index < pairCount; index += 1) pairs.push(await openRoomPair(url, ticketSecret));
  return {
    pairs,
    cpuSeconds: async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      const line = metrics.split('\n').find((text) => text.startsWith('media_worker_cpu_seconds{'));
      return Number(line?.split(' ')[1]);
    },
    close: async () => {
      for (const pair of pairs) pair.close();
      await node.stop();
      await redis.close();
    },
  };
}

async function openBare(): Promise<Target> {
  const workerBin = process.env.MEDIASOUP_WORKER_BIN;
  const worker = await createWorker({ logLevel: 'error', ...(workerBin && { workerBin }) });
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }],
  });
  const pairs: Pair[] = [];
  for (let index = 0; index < pairCount; index += 1) {
    const router = await worker.createRouter({ mediaCodecs: routerCodecs });
    pairs.push(await openBarePair(router, webRtcServer));
  }
  return {
    pairs,
    cpuSeconds: async () => {
      const { ru_utime, ru_stime } = await worker.getResourceUsage();
      return (ru_utime + ru_stime) / 1000;
    },
    close: () => {
      for (const pair of pairs) pair.close();
      worker.close();
      return Promise.resolve();
    },
  };
}

if (import.meta.filename === process.argv[1]) {
  printTable('Media: packets forwarded per CPU-second', await benchMedia());
  process.exit(0);
}
