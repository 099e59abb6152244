import type { Consumer, Router } from '../mediasoup.ts';
import type { PublishedProducer } from '../PeerMedia.ts';
import { takePortPair } from './freePorts.ts';
import { openRelay, type Relay } from './relay.ts';

/** A track on its way out of the SFU. */
export interface Tap {
  /** Paused at first. */
  consumer: Consumer;
  /** Of this machine, and the one after it: FFmpeg's. */
  port: number;
  events: Relay['events'];
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
      rtcpMux: true,
      comedia: false,
    });
    open.defer(() => transport.close());
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities: withoutExtras(router),
      paused: true,
      enableRtx: false,
    });
    const relay = await openRelay(port, consumer.rtpParameters.codecs[0]?.mimeType ?? '');
    open.defer(() => relay.close());
    if (consumer.kind === 'video') relay.events.on('loss', () => askForKeyFrame(consumer));
    await transport.connect({ ip: '127.0.0.1', port: relay.port });
    return { consumer, port, events: relay.events, close: () => open.dispose() };
  } catch (error) {
    open.dispose();
    throw error;
  }
}

function askForKeyFrame(consumer: Consumer): void {
  if (!consumer.closed) consumer.requestKeyFrame().catch(() => undefined);
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
