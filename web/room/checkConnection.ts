import { io, type Socket } from 'socket.io-client';
import type { ConnectionCheck } from '../../api/contracts/sessions.ts';
import {
  checkNamespace,
  probeAnswer as answerSchema,
  probeChannel,
  type Probe,
} from '../../media/contracts/check.ts';
import { expectedQuality, type Expected, type Way, type WayReport } from './expectedQuality.ts';
import { echoes } from './echoes.ts';
import { fingerprintOf, probeAnswer } from './probeAnswer.ts';

const socketMs = 6_000;
const answerMs = 4_000;
/** A way that is not open by then counts as closed: a room would not wait for it either. */
const openMs = 6_000;

export type ConnectionReport = { ways: WayReport[]; expected: Expected };

type CheckOptions = {
  /** Called as each way is known. */
  onWay?: (report: WayReport) => void;
  /** Ends it early: what it has opened is closed at once. */
  signal?: AbortSignal;
};

/**
 * Tries every way from this page to its media node with real packets: UDP, TCP, and TURN where there is one (ROOM-2,
 * LES-17). Knows nothing of any interface.
 * @throws Error when the node itself cannot be reached or refuses, or `signal` ended it.
 */
export async function checkConnection(
  { mediaUrl, ticket, iceServers }: ConnectionCheck,
  { onWay, signal }: CheckOptions = {},
): Promise<ConnectionReport> {
  signal?.throwIfAborted();
  const socket: Socket = io(new URL(checkNamespace, mediaUrl).href, {
    auth: { ticket },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    reconnection: false,
  });
  const end = () => void socket.disconnect();
  signal?.addEventListener('abort', end);
  try {
    await connected(socket);
    const ways: Way[] = iceServers.length > 0 ? ['udp', 'tcp', 'turn'] : ['udp', 'tcp'];
    const reports = await Promise.all(
      ways.map(async (way) => {
        const report = await tryWay(socket, way, iceServers, signal);
        signal?.throwIfAborted();
        onWay?.(report);
        return report;
      }),
    );
    return { ways: reports, expected: expectedQuality(reports) };
  } finally {
    signal?.removeEventListener('abort', end);
    socket.disconnect();
  }
}

async function connected(socket: Socket): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the media node does not answer')), socketMs);
    const done = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    socket.on('connect', () => done(resolve));
    socket.on('connect_error', (error) => done(() => reject(error)));
    socket.on('disconnect', () => done(() => reject(new Error('the check was ended'))));
  });
}

async function tryWay(
  socket: Socket,
  way: Way,
  iceServers: RTCIceServer[],
  signal: AbortSignal | undefined,
): Promise<WayReport> {
  const relayed = way === 'turn';
  const connection = new RTCPeerConnection(relayed ? { iceServers, iceTransportPolicy: 'relay' } : {});
  const end = () => connection.close();
  signal?.addEventListener('abort', end);
  try {
    // Late is lost, as with sound: nothing is sent again, nothing waits for its turn.
    const channel = connection.createDataChannel('probe', {
      ...{ negotiated: true, id: probeChannel, ordered: false, maxRetransmits: 0 },
    });
    await connection.setLocalDescription();
    const fingerprint = fingerprintOf(connection.localDescription?.sdp ?? '');
    const probe = await askProbe(socket, { protocol: way === 'tcp' ? 'tcp' : 'udp', fingerprint });
    await connection.setRemoteDescription({ type: 'answer', sdp: probeAnswer(probe) });
    await opened(channel);
    return { way, reachable: true, ...(await echoes(channel)) };
  } catch {
    return { way, reachable: false };
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

async function askProbe(socket: Socket, request: object): Promise<Probe> {
  const answer = answerSchema.parse(await socket.timeout(answerMs).emitWithAck('openProbe', request));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.probe;
}

async function opened(channel: RTCDataChannel): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('this way does not open')), openMs);
    channel.addEventListener('open', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
