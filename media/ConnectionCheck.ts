import {
  longestProbeBytes,
  probeChannel,
  probeRequest,
  type Probe,
  type ProbeAnswer,
} from './contracts/check.ts';
import type { WebRtcTransport } from './mediasoup.ts';
import { openOn } from './openOn.ts';
import type { Placement, WorkerPool } from './WorkerPool.ts';

/** UDP, TCP and TURN. */
const probesPerCheck = 3;

/** One page's probes: transports of one protocol each, which send back what comes in on one data channel. */
export class ConnectionCheck {
  readonly #pool: WorkerPool;
  #placement: Promise<Placement> | undefined;
  #probes = 0;
  #closed = false;

  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** Never throws: what cannot be is refused. */
  async open(raw: unknown): Promise<ProbeAnswer> {
    const request = probeRequest.safeParse(raw);
    if (!request.success) return { refused: 'bad_request' };
    if (this.#probes === probesPerCheck) return { refused: 'busy' };
    this.#probes += 1;
    const { protocol, fingerprint } = request.data;
    try {
      this.#placement ??= this.#pool.createRouter();
      const { router, webRtcServer } = await this.#placement;
      if (this.#closed) router.close();
      const transport = await openOn(router, () =>
        router.createWebRtcTransport({
          webRtcServer,
          enableUdp: protocol === 'udp',
          enableTcp: protocol === 'tcp',
          enableSctp: true,
          maxReceiveMessageSize: longestProbeBytes,
        }),
      );
      await echo(transport, fingerprint);
      return { probe: view(transport) };
    } catch {
      // The worker died, or the page went away.
      return { refused: 'unavailable' };
    }
  }

  close(): void {
    this.#closed = true;
    this.#placement?.then(
      ({ router }) => router.close(),
      () => undefined,
    );
  }
}

/** The page takes messages as they come: a late one counts as lost, like a packet of sound. */
async function echo(transport: WebRtcTransport, fingerprint: string): Promise<void> {
  const fingerprints = [{ algorithm: 'sha-256' as const, value: fingerprint.toUpperCase() }];
  await transport.connect({ dtlsParameters: { role: 'client', fingerprints } });
  const sctpStreamParameters = { streamId: probeChannel, ordered: false, maxRetransmits: 0 };
  const { id: dataProducerId } = await transport.produceData({ sctpStreamParameters });
  // The first consumer of a transport sends on stream 0, which is the page's channel too.
  await transport.consumeData({ dataProducerId });
}

function view({ iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport): Probe {
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  return {
    iceParameters: { usernameFragment: iceParameters.usernameFragment, password: iceParameters.password },
    iceCandidates: iceCandidates.map(({ foundation, priority, address, port, protocol }) => {
      return { foundation, priority, address, port, protocol };
    }),
    fingerprint: fingerprint?.value ?? '',
  };
}
