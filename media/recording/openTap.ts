import type { Consumer, Router } from '../mediasoup.ts';
import type { PublishedProducer } from '../PeerMedia.ts';
import { takePortPair } from './freePorts.ts';
import { openVideoRelay } from './videoRelay.ts';

/** A track on its way out of the SFU. */
export interface Tap {
  /** Paused at first. */
  consumer: Consumer;
  /** Where it goes to on this machine; its RTCP to the one after. */
  port: number;
  close(): void;
}

/** @throws Error when the router or the producer closed meanwhile, or no port is free. */
export async function openTap(router: Router, producer: PublishedProducer): Promise<Tap> {
  const open = new DisposableStack();
  try {
    const { port, release } = await takePortPair();
    open.defer(release);
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
      rtcpMux: false,
      comedia: false,
    });
    open.defer(() => transport.close());
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities: withoutExtras(router),
      paused: true,
      enableRtx: false,
    });
    const relay = await relayFor(consumer, port);
    if (relay) open.defer(() => relay.close());
    await transport.connect({ ip: '127.0.0.1', port: relay?.port ?? port, rtcpPort: port + 1 });
    return { consumer, port, close: () => open.dispose() };
  } catch (error) {
    open.dispose();
    throw error;
  }
}

/** @returns nothing for sound */
async function relayFor(consumer: Consumer, toPort: number) {
  if (consumer.kind !== 'video') return undefined;
  const onLoss = () => {
    if (!consumer.closed) consumer.requestKeyFrame().catch(() => undefined);
  };
  return openVideoRelay({ toPort, mimeType: consumer.rtpParameters.codecs[0]?.mimeType ?? '', onLoss });
}

/** Retransmission and header extensions are of no use over loopback. */
function withoutExtras({ rtpCapabilities: { codecs = [] } }: Router) {
  return {
    codecs: codecs
      .filter(({ mimeType }) => !mimeType.toLowerCase().endsWith('/rtx'))
      .map((codec) => ({
        ...codec,
        rtcpFeedback: (codec.rtcpFeedback ?? []).filter(
          ({ type, parameter }) => type === 'nack' && parameter === 'pli',
        ),
      })),
    headerExtensions: [],
  };
}
