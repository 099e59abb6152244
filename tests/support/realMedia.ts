import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { RoomClient } from '../load/clients/RoomClient.ts';

const run = promisify(execFile);
const encoders = {
  audio: ['-c:a', 'libopus', '-b:a', '48k'],
  video: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k', '-g', '25'],
};

/**
 * Publishes real sound or a real picture, made and encoded by FFmpeg in real time.
 * @param filter of lavfi, such as `sine=frequency=440` or `color=red:size=320x180:rate=25`
 */
export async function publishReal(client: RoomClient, source: MediaSource, filter: string) {
  const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
  const { producerId, ssrc } = await client.produce(source);
  const { send } = client.media;
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const sent: { timestamp: number; wallMs: number }[] = [];
  socket.on('message', (packet) => {
    sent.push({ timestamp: packet.readUInt32BE(4), wallMs: Date.now() });
    send.forward(kind, ssrc, packet);
  });
  const target = `rtp://127.0.0.1:${socket.address().port}?rtcpport=9&pkt_size=1200`;
  const args = [
    '-loglevel',
    'error',
    '-nostdin',
    '-re',
    '-f',
    'lavfi',
    '-i',
    filter,
    ...encoders[kind],
    '-f',
    'rtp',
    target,
  ];
  // It ends with this process, also when a test fails before it stops it.
  const child: ChildProcess = spawn('setpriv', ['--pdeathsig', 'KILL', 'ffmpeg', ...args], {
    stdio: 'ignore',
  });
  return {
    producerId,
    /** RTP timestamps of the packets so far, and when (ms since the epoch) each was sent. */
    sent,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      socket.close();
    },
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
