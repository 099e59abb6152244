/** Synthetic RTP (RFC 3550): right headers around bytes that nobody decodes. */
export interface StreamFormat {
  kind: 'audio' | 'video';
  payloadType: number;
  ssrc: number;
  /** Id of the audio-level header extension (RFC 6464), where it was agreed on. */
  audioLevelId?: number | undefined;
  payloadBytes: number;
}

const headerBytes = 12;
const extensionBytes = 8;
/** Ticks between packets: 20 ms of Opus at 48 kHz, 33 ms of VP8 at 90 kHz. */
const timestampStep = { audio: 960, video: 3_000 } as const;
/** Loud and clear: 10 dB below overload. */
const spokenLevel = 0x80 | 10;
/**
 * VP8 payload descriptor with the start bit (RFC 7741, 4.2) and a payload header that says key frame (4.3), so
 * that an SFU forwards from any packet on.
 */
const vp8KeyFrame = [0x10, 0x00];

/** Makes the packets of one stream, one after the other. */
export function packetsOf(format: StreamFormat): () => Buffer {
  const { kind, payloadType, ssrc, audioLevelId, payloadBytes } = format;
  const start = headerBytes + (audioLevelId ? extensionBytes : 0);
  let sequenceNumber = 0;
  return () => {
    sequenceNumber = (sequenceNumber + 1) & 0xffff;
    const packet = Buffer.alloc(start + payloadBytes, 0x5a);
    packet[0] = audioLevelId ? 0x90 : 0x80;
    // The marker bit ends a video frame: each packet is a whole one.
    packet[1] = payloadType | (kind === 'video' ? 0x80 : 0);
    packet.writeUInt16BE(sequenceNumber, 2);
    packet.writeUInt32BE((sequenceNumber * timestampStep[kind]) >>> 0, 4);
    packet.writeUInt32BE(ssrc, 8);
    if (audioLevelId) packet.set([0xbe, 0xde, 0, 1, audioLevelId << 4, spokenLevel, 0, 0], headerBytes);
    if (kind === 'video') packet.set(vp8KeyFrame, start);
    return packet;
  };
}

/** The SSRC of an RTP packet; nothing for RTCP, which shares the port (RFC 5761). */
export function ssrcOf(packet: Buffer): number | undefined {
  const type = packet[1];
  if (packet.length < headerBytes || type === undefined || (type >= 192 && type <= 223)) return;
  return packet.readUInt32BE(8);
}

/** NTP counts from 1900 (RFC 5905, 6). */
const secondsTo1970 = 2_208_988_800;

/** A sender's report (RFC 3550, 6.4.1). @param wallMs when (ms since the epoch) what has this timestamp was taken */
export function senderReport(ssrc: number, timestamp: number, wallMs: number): Buffer {
  const packet = Buffer.alloc(28);
  packet.set([0x80, 200, 0, 6]);
  packet.writeUInt32BE(ssrc, 4);
  packet.writeUInt32BE(Math.floor(wallMs / 1000) + secondsTo1970, 8);
  packet.writeUInt32BE(Math.floor(((wallMs % 1000) / 1000) * 2 ** 32), 12);
  packet.writeUInt32BE(timestamp, 16);
  return packet;
}
