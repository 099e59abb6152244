import { describeTrack } from '../../media/recording/describeTrack.ts';
import { takePortPair } from '../../media/recording/freePorts.ts';
import { startFfmpeg } from '../../media/recording/startFfmpeg.ts';

/** A media node that records a track from which nothing comes any more, until it is killed. Argument: the file. */
const { port } = await takePortPair();
const sdp = describeTrack(
  { codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }] },
  port,
);
await startFfmpeg('ffmpeg', { sdp: sdp ?? '', port, file: process.argv[2] ?? '' });
process.send?.('records');
setInterval(() => undefined, 1_000);
