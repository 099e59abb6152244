const fixedHeaderBytes = 12;
const predicted = 0x40;
const begins = 0x08;
const ends = 0x04;

/**
 * Writes the payload descriptor of a VP9 packet (RFC 9628, 4.2) anew, with the least that one may have. FFmpeg up to 7
 * knows but a draft of it: it takes the index of the base layer, which Chromium sends with every packet, for a part of the
 * picture, and nothing of it can be decoded.
 * @param packet of RTP; it is written over
 * @returns the packet, in the same memory; nothing when it is not one of VP9
 */
export function plainVp9(packet: Buffer): Buffer | undefined {
  const headerBytes = headerBytesOf(packet);
  const flags = packet[headerBytes] ?? 0;
  const described = headerBytes + descriptorBytes(packet.subarray(headerBytes));
  if (described >= packet.length) return undefined;
  const marker = (packet[1] ?? 0) & 0x80;
  // Several spatial layers, which our pages do not send, are one picture: it begins with the lowest and ends with the last.
  const first = flags & begins && spatialLayer(packet.subarray(headerBytes)) === 0;
  const from = described - 1 - headerBytes;
  packet[described - 1] = (flags & predicted) | (first ? begins : 0) | (marker ? ends : 0);
  packet.copyWithin(from, 0, headerBytes);
  return packet.subarray(from);
}

/** With what contributes to it and extensions (RFC 3550, 5.1 and 5.3.1). */
function headerBytesOf(packet: Buffer): number {
  if (packet.length < fixedHeaderBytes) return packet.length;
  const [flags = 0] = packet;
  const bytes = fixedHeaderBytes + (flags & 0x0f) * 4;
  if (!(flags & 0x10)) return bytes;
  return bytes + 4 + (bytes + 4 <= packet.length ? packet.readUInt16BE(bytes + 2) * 4 : 0);
}

const pictureIdBytes = (payload: Buffer) => (!has(payload, 0x80) ? 0 : (payload[1] ?? 0) & 0x80 ? 2 : 1);
const has = ([flags = 0]: Buffer, bit: number) => (flags & bit) !== 0;

function spatialLayer(payload: Buffer): number {
  return has(payload, 0x20) ? ((payload[1 + pictureIdBytes(payload)] ?? 0) >> 1) & 7 : 0;
}

function descriptorBytes(payload: Buffer): number {
  const isFlexible = has(payload, 0x10);
  let at = 1 + pictureIdBytes(payload);
  // The layer's indices, and that of the base layer.
  if (has(payload, 0x20)) at += isFlexible ? 1 : 2;
  // The pictures it refers to: up to three, as long as the last bit says that another one follows.
  if (isFlexible && has(payload, predicted))
    for (let references = 1; references <= 3; references += 1) if (!((payload[at++] ?? 0) & 1)) break;
  return has(payload, 0x02) ? at + structureBytes(payload.subarray(at)) : at;
}

/** Of the scalability structure, which comes with key frames. */
function structureBytes(structure: Buffer): number {
  const [flags = 0] = structure;
  let at = 1 + (flags & 0x10 ? ((flags >> 5) + 1) * 4 : 0);
  if (!(flags & 0x08)) return at;
  const pictures = structure[at++] ?? 0;
  for (let picture = 0; picture < pictures; picture += 1) at += 1 + (((structure[at] ?? 0) >> 2) & 3);
  return at;
}
