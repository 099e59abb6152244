import type { FileHandle } from 'node:fs/promises';

/**
 * Whether the boxes of an ISO media file (ISO/IEC 14496-12, 4.2: MP4, MOV) follow each other up to its last byte, and
 * describe a film. So nothing is missing, and nothing else is appended.
 */
export async function isWholeIsoMedia(file: FileHandle, size: number): Promise<boolean> {
  const seen = new Set<string>();
  let at = 0;
  while (at < size) {
    const head = await readAt(file, at, 16);
    if (head.length < 8) return false;
    const type = head.toString('latin1', 4, 8);
    if (!/^[\x20-\x7e\xa9]{4}$/u.test(type)) return false;
    seen.add(type);
    const boxBytes = boxSize(head, size - at);
    if (boxBytes === undefined) return false;
    at += boxBytes;
  }
  return at === size && seen.has('moov') && (seen.has('mdat') || seen.has('moof'));
}

/** 0 is "up to the end", 1 says that the size stands behind the type, in 64 bits. */
function boxSize(head: Buffer, left: number): number | undefined {
  const short = head.readUInt32BE(0);
  if (short === 0) return left;
  if (short !== 1) return short >= 8 ? short : undefined;
  const long = head.length === 16 ? Number(head.readBigUInt64BE(8)) : 0;
  return long >= 16 ? long : undefined;
}

const ids = { ebml: 0x1a45dfa3, segment: 0x18538067, cluster: 0x1f43b675, tracks: 0x1654ae6b };
/** What may stand in a segment (Matroska, RFC 9559, 5.1): only these, and Void and CRC-32. */
const inSegment = new Set([
  ...[ids.cluster, ids.tracks, 0x114d9b74, 0x1549a966, 0x1c53bb6b, 0x1941a469, 0x1043a770, 0x1254c367],
  ...[0xec, 0xbf],
]);

/**
 * Whether the elements of a WebM file (EBML, RFC 8794) follow each other up to its last byte, and describe a film.
 * Recorders of browsers leave the sizes of segment and clusters open; those end where the next one begins.
 */
export async function isWholeWebm(file: FileHandle, size: number): Promise<boolean> {
  const header = await elementAt(file, 0);
  if (header?.id !== ids.ebml || header.end === undefined) return false;
  const segment = await elementAt(file, header.end);
  if (segment?.id !== ids.segment || (segment.end ?? size) !== size) return false;
  const seen = new Set<number>();
  let at = segment.body;
  while (at < size) {
    const element = await elementAt(file, at);
    if (!element) return false;
    if (inSegment.has(element.id)) seen.add(element.id);
    // What is in a cluster of open size has ids of one byte.
    else if (element.id > 0xff || !seen.has(ids.cluster)) return false;
    if (element.end === undefined && element.id !== ids.cluster) return false;
    at = element.end ?? element.body;
  }
  return at === size && seen.has(ids.tracks) && seen.has(ids.cluster);
}

interface Element {
  id: number;
  body: number;
  /** Left out when its size is open. */
  end: number | undefined;
}

async function elementAt(file: FileHandle, at: number): Promise<Element | undefined> {
  const head = await readAt(file, at, 12);
  const idBytes = vintBytes(head[0]);
  const sizeBytes = idBytes && vintBytes(head[idBytes]);
  if (!idBytes || idBytes > 4 || !sizeBytes || head.length < idBytes + sizeBytes) return undefined;
  const raw = head.subarray(idBytes, idBytes + sizeBytes).toString('hex');
  const value = BigInt(`0x${raw}`) & ((1n << BigInt(7 * sizeBytes)) - 1n);
  const isOpen = value === (1n << BigInt(7 * sizeBytes)) - 1n;
  const body = at + idBytes + sizeBytes;
  return { id: head.readUIntBE(0, idBytes), body, end: isOpen ? undefined : body + Number(value) };
}

/** Length of a number whose leading zero bits say how long it is. */
function vintBytes(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 0;
}

async function readAt(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
  return buffer.subarray(0, bytesRead);
}
