import { bind } from './freePorts.ts';
import { LossWatch } from './LossWatch.ts';
import { plainVp9 } from './plainVp9.ts';

export interface Relay {
  /** Where the SFU sends to. */
  port: number;
  close(): void;
}

/**
 * Brings VP9 into the form that FFmpeg reads, on its way there.
 * @param toPort of FFmpeg, on this machine
 * @param onLoss called when the picture cannot be whole any more; FFmpeg does not ask for key frames of VP9
 * @throws Error when no port is free
 */
export async function openVp9Relay(toPort: number, onLoss: () => void): Promise<Relay> {
  const socket = await bind(0);
  if (!socket) throw new Error('no free UDP port');
  const loss = new LossWatch();
  // A packet that cannot be sent on is lost, as others are.
  socket.on('error', onLoss);
  socket.on('message', (packet) => {
    const plain = plainVp9(packet);
    if (!plain) return;
    socket.send(plain, toPort, '127.0.0.1');
    if (loss.pass(plain.readUInt16BE(2), performance.now())) onLoss();
  });
  return { port: socket.address().port, close: () => socket.close() };
}
