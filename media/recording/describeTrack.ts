import type { RtpParameters } from '../mediasoup.ts';

/** What FFmpeg 5.1 (Debian 12) takes out of RTP packets. AV1 is not among it: rooms do not speak it either. */
const readable = ['audio/opus', 'video/vp8', 'video/vp9', 'video/h264'];

/**
 * Describes a track for FFmpeg, which is to receive it on a port of this machine (SDP, RFC 8866) and from nowhere else
 * (RFC 4570).
 * @returns nothing for a codec that it cannot read
 */
export function describeTrack({ codecs }: RtpParameters, port: number): string | undefined {
  const codec = codecs[0];
  if (!codec || !readable.includes(codec.mimeType.toLowerCase())) return undefined;
  const [kind, name] = codec.mimeType.split('/') as [string, string];
  const { payloadType, clockRate, channels, parameters = {} } = codec;
  const settings = Object.entries(parameters).map(([key, value]) => `${key}=${String(value)}`);
  return [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=${kind} ${port} RTP/AVP ${payloadType}`,
    `a=rtpmap:${payloadType} ${name}/${clockRate}${channels ? `/${channels}` : ''}`,
    ...(settings.length > 0 ? [`a=fmtp:${payloadType} ${settings.join(';')}`] : []),
    'a=source-filter: incl IN IP4 127.0.0.1 127.0.0.1',
    'a=recvonly',
    '',
  ].join('\r\n');
}
