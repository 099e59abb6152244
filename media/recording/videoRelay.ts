import { bind } from './freePorts.ts';
import { LossWatch } from './LossWatch.ts';
import { plainVp9 } from './plainVp9.ts';

/** Of RTP's header. */
const leastBytes = 12;

export interface Relay {
  /** Where the SFU sends to. */
  port: number;
  close(): void;
}

interface RelayOptions {
  /** Of FFmpeg, on this machine. */
  toPort: number;
  mimeType: string;
  /** The picture cannot be whole any more; FFmpeg asks for no key frame that the SFU would hear of. */
  onLoss: () => void;
}

/**
 * Stands between the SFU and FFmpeg: brings pictures into the form that FFmpeg reads, and sees what is missing of them.
 * @throws Error when no port is free
 */
export async function openVideoRelay({ toPort, mimeType, onLoss }: RelayOptions): Promise<Relay> {
  const socket = await bind(0);
  if (!socket) throw new Error('no free UDP port');
  const readable = mimeType.toLowerCase() === 'video/vp9' ? plainVp9 : whole;
  const loss = new LossWatch();
  // A packet that cannot be sent on is lost, as others are.
  socket.on('error', onLoss);
  socket.on('message', (packet) => {
    const plain = readable(packet);
    if (!plain) return;
    socket.send(plain, toPort, '127.0.0.1');
    if (loss.pass(plain.readUInt16BE(2), performance.now())) onLoss();
  });
  return { port: socket.address().port, close: () => socket.close() };
}

const whole = (packet: Buffer) => (packet.length > leastBytes ? packet : undefined);
