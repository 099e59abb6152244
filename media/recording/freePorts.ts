import { createSocket, type Socket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';

const attempts = 50;
/** Given out and perhaps not yet taken by their FFmpeg. */
const given = new Set<number>();

/** Two UDP ports of this machine next to each other that nobody has, the even one first: for RTP and its RTCP (RFC 3550, 11). */
export async function takePortPair(): Promise<{ port: number; release: () => void }> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = await bind(0);
    const port = first?.address().port ?? 0;
    const second = first && port % 2 === 0 && !given.has(port) ? await bind(port + 1) : undefined;
    first?.close();
    second?.close();
    if (!second) continue;
    given.add(port);
    return { port, release: () => given.delete(port) };
  }
  throw new Error('no free pair of UDP ports');
}

/** @param port of this machine, 0 for any. @returns nothing when it cannot be had */
export async function bind(port: number): Promise<Socket | undefined> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    return socket;
  } catch {
    socket.close();
    return undefined;
  }
}

/** Whether some process listens on these UDP ports (Linux: proc_net_udp). */
export async function areTaken(...ports: number[]): Promise<boolean> {
  const tables = await Promise.all(
    ['/proc/net/udp', '/proc/net/udp6'].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const taken = new Set(
    tables
      .join('\n')
      .split('\n')
      .map((line) => /^\s*\d+: [\dA-F]+:([\dA-F]{4}) /.exec(line)?.[1]),
  );
  return ports.every((port) => taken.has(port.toString(16).toUpperCase().padStart(4, '0')));
}
