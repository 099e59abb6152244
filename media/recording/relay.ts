import { EventEmitter } from 'node:events';
import { bind } from './freePorts.ts';
import { LossWatch } from './LossWatch.ts';
import { plainVp9 } from './plainVp9.ts';
import { isRtcp, readSenderReport, type SenderReport } from './senderReport.ts';

/** Of RTP's header. */
const leastBytes = 12;

/** What a track's relay sees of it. */
interface RelayEvents {
  /** The first packet that FFmpeg is sent, by its timestamp of RTP: its file's time is counted from there. */
  first: [timestamp: number];
  report: [SenderReport];
  /** Something is missing for good; FFmpeg asks for no key frame that the SFU would hear of. */
  loss: [];
}

export interface Relay {
  /** Where the SFU sends to, RTCP too. */
  port: number;
  events: EventEmitter<RelayEvents>;
  close(): void;
}

/**
 * Stands between the SFU and FFmpeg: brings pictures into the form that FFmpeg reads, and sees when they were taken and what
 * is missing of them. RTCP ends here: FFmpeg would count its file's time from a report that it reads before the first packet.
 * @param toPort of FFmpeg, on this machine
 * @throws Error when no port is free
 */
export async function openRelay(toPort: number, mimeType: string): Promise<Relay> {
  const socket = await bind(0);
  if (!socket) throw new Error('no free UDP port');
  const readable = mimeType.toLowerCase() === 'video/vp9' ? plainVp9 : whole;
  const loss = new LossWatch();
  const events = new EventEmitter<RelayEvents>();
  let isFirst = true;
  // A packet that cannot be sent on is lost, as others are.
  socket.on('error', () => events.emit('loss'));
  socket.on('message', (packet) => {
    const report = readSenderReport(packet);
    if (report) events.emit('report', report);
    const plain = isRtcp(packet) ? undefined : readable(packet);
    if (!plain) return;
    if (isFirst) events.emit('first', plain.readUInt32BE(4));
    isFirst = false;
    socket.send(plain, toPort, '127.0.0.1');
    if (loss.pass(plain.readUInt16BE(2), performance.now())) events.emit('loss');
  });
  return { port: socket.address().port, events, close: () => socket.close() };
}

const whole = (packet: Buffer) => (packet.length > leastBytes ? packet : undefined);
