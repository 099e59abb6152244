import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { RoomClient } from '../load/clients/RoomClient.ts';

const run = promisify(execFile);
const fast = ['-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k'];
const encoders = {
  'audio/opus': ['-c:a', 'libopus', '-b:a', '48k'],
  'video/VP8': ['-c:v', 'libvpx', ...fast, '-g', '25'],
  // Key frames as seldom as a page sends them: only those at the beginning, and every four seconds.
  'video/VP9': ['-c:v', 'libvpx-vp9', ...fast, '-g', '100', '-strict', 'experimental'],
};

/** A packet of RTP: its timestamp, and when (ms since the epoch) it was sent. */
export interface Sent {
  timestamp: number;
  wallMs: number;
}

/** More often than pages do, so that the SFU knows their clock soon. */
const reportEveryMs = 300;

/**
 * Publishes real sound or a real picture, made and encoded by FFmpeg in real time.
 * @param filter of lavfi, such as `sine=frequency=440` or `color=red:size=320x180:rate=25`
 * @param codec of a picture; VP9 is described as Chromium does it
 * @param lateMs how long each packet takes longer than its sender's reports, as one does that is long in coming to be encoded
 */
export async function publishReal(
  client: RoomClient,
  source: MediaSource,
  filter: string,
  { codec = 'video/VP8', lateMs = 0 }: { codec?: 'video/VP8' | 'video/VP9'; lateMs?: number } = {},
) {
  const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
  const name = kind === 'audio' ? 'audio/opus' : codec;
  const { producerId, ssrc, payloadType } = await client.produce(source, false, name);
  const describe = name === 'video/VP9' ? likeChromium() : (packet: Buffer) => packet;
  let losing = 0;
  let reportedMs = 0;
  const { send } = client.media;
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const sent: Sent[] = [];
  const ticksPerMs = kind === 'audio' ? 48 : 90;
  const mediaMs = (timestamp: number) => (timestamp - sent[0]!.timestamp) / ticksPerMs;
  // What FFmpeg makes comes late and in bursts on a busy machine, never early; what it is made of is taken evenly.
  let beganMs = Infinity;
  socket.on('message', (packet) => {
    const whole = describe(packet);
    if (losing > 0) return void (losing -= 1);
    const nowMs = Date.now();
    const timestamp = packet.readUInt32BE(4);
    sent.push({ timestamp, wallMs: nowMs });
    beganMs = Math.min(beganMs, nowMs - mediaMs(timestamp));
    if (nowMs - reportedMs > reportEveryMs) {
      reportedMs = nowMs;
      const now = sent[0]!.timestamp + Math.round((nowMs - beganMs) * ticksPerMs);
      send.report(kind, ssrc, { timestamp: now % 2 ** 32, wallMs: nowMs });
    }
    const forward = () => send.forward(kind, ssrc, whole, payloadType);
    if (lateMs > 0) setTimeout(forward, lateMs);
    else forward();
  });
  const target = `rtp://127.0.0.1:${socket.address().port}?rtcpport=9&pkt_size=1200`;
  const input = ['-loglevel', 'error', '-nostdin', '-re', '-f', 'lavfi', '-i', filter];
  const args = [...input, ...encoders[name], '-f', 'rtp', target];
  // It ends with this process, also when a test fails before it stops it.
  const child: ChildProcess = spawn('setpriv', ['--pdeathsig', 'KILL', 'ffmpeg', ...args], {
    stdio: 'ignore',
  });
  return {
    producerId,
    /** The packets so far. */
    sent,
    /** When (ms since the epoch) what is in a packet was taken, as its sender reports it. */
    takenMs: ({ timestamp }: Sent) => beganMs + mediaMs(timestamp),
    /** Has the next packets get lost on the way. */
    lose: (packets: number) => void (losing = packets),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      socket.close();
    },
  };
}

/**
 * Describes VP9 as Chromium does (RFC 9628, 4.2), with temporal layers and, on key frames, their structure; FFmpeg says the
 * least that it may.
 */
function likeChromium(): (packet: Buffer) => Buffer {
  let picture = 0;
  return (packet) => {
    const [flags = 0, frame = 0] = packet.subarray(12);
    const begins = (flags & 0x08) !== 0;
    if (begins) picture = (picture + 1) & 0x7fff;
    // Of the picture's own header: bit 2 says that it is no key frame.
    const isKey = begins && (frame & 0x04) === 0;
    const id = [0x80 | (picture >> 8), picture & 0xff];
    // One spatial layer of 320×180, pictures by turns in two temporal ones.
    const structure = isKey ? [0x18, 0x01, 0x40, 0x00, 0xb4, 0x02, 0x04, 0x01, 0x54, 0x01] : [];
    const described = (flags & 0x0c) | 0xa0 | (begins && !isKey ? 0x40 : 0) | (isKey ? 0x02 : 0);
    const layer = [(picture & 1) << 6, (picture >> 1) & 0xff];
    const descriptor = Buffer.from([described, ...id, ...layer, ...structure]);
    return Buffer.concat([packet.subarray(0, 12), descriptor, packet.subarray(13)]);
  };
}

/** Width, height and duration (seconds) of a media file, and what it is coded in. */
export async function probe(file: string) {
  const { stdout } = await run('ffprobe', [
    ...[
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,codec_type,width,height:format=duration:chapter=start_time,end_time:chapter_tags=title',
    ],
    ...['-of', 'json', file],
  ]);
  return JSON.parse(stdout) as {
    streams: { codec_name: string; codec_type: string; width?: number; height?: number }[];
    format: { duration?: string };
    chapters: { start_time: string; end_time: string; tags: { title: string } }[];
  };
}

/** How loud (dB) a tone is in a stretch of a file. */
export async function loudness(
  file: string,
  hertz: number,
  fromSeconds: number,
  seconds: number,
): Promise<number> {
  const filter = `bandpass=frequency=${hertz}:width_type=h:width=40,volumedetect`;
  const args = [
    '-hide_banner',
    '-ss',
    `${fromSeconds}`,
    '-t',
    `${seconds}`,
    '-i',
    file,
    '-vn',
    '-af',
    filter,
    '-f',
    'null',
    '-',
  ];
  const { stderr } = await run('ffmpeg', args);
  return Number(/mean_volume: (-?[\d.]+|-inf) dB/.exec(stderr)?.[1] ?? Number.NaN);
}

/** Red, green and blue (0–255) of one point of a picture at a moment. */
export async function colourAt(file: string, atSeconds: number, x: number, y: number): Promise<number[]> {
  const args = [
    ...['-v', 'error', '-ss', `${atSeconds}`, '-i', file, '-frames:v', '1'],
    ...['-vf', `crop=2:2:${x}:${y},format=rgb24`, '-f', 'rawvideo', '-'],
  ];
  const { stdout } = await run('ffmpeg', args, { encoding: 'buffer' });
  return [...stdout.subarray(0, 3)];
}

/** All packets of a file: when (seconds) each is due. */
export async function packetTimes(file: string): Promise<number[]> {
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'packet=pts_time',
    '-of',
    'csv=p=0',
    file,
  ]);
  return stdout.split('\n').flatMap((line) => (line.trim() ? [Number.parseFloat(line)] : []));
}
