/** What a sender says of its clock (RTCP SR; RFC 3550, 6.4.1). */
export interface SenderReport {
  /** Its clock (ms since 1900, as NTP counts), and … */
  ntpMs: number;
  /** … the timestamp of RTP that what is taken at that moment has. */
  timestamp: number;
}

/** @returns whether a packet that came with others of RTP is one of RTCP (RFC 5761, 4) */
export const isRtcp = ([, type = 0]: Buffer): boolean => type >= 192 && type <= 223;

const senderReport = 200;
const leastBytes = 28;

/** @returns the report with which a packet of RTCP begins, if it does */
export function readSenderReport(packet: Buffer): SenderReport | undefined {
  if (packet[1] !== senderReport || packet.length < leastBytes) return undefined;
  const ntpMs = packet.readUInt32BE(8) * 1000 + (packet.readUInt32BE(12) / 2 ** 32) * 1000;
  return { ntpMs, timestamp: packet.readUInt32BE(16) };
}
