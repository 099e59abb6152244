import { z } from 'zod';

const capabilities = z.object({
  codecs: z.array(
    z.object({
      kind: z.enum(['audio', 'video']),
      mimeType: z.string(),
      preferredPayloadType: z.number(),
      clockRate: z.number(),
      channels: z.number().optional(),
    }),
  ),
  headerExtensions: z.array(
    z.object({ kind: z.string().optional(), uri: z.string(), preferredId: z.number() }),
  ),
});

const audioLevelUri = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const wanted = { audio: 'audio/opus', video: 'video/VP8' } as const;
export type MimeType = (typeof wanted)[keyof typeof wanted] | 'video/VP9';

export type Formats = ReturnType<typeof formatsOf>;

/** What a client of ours speaks, out of what a router can: Opus and VP8, without feedback or retransmission. */
export function formatsOf(routerRtpCapabilities: unknown) {
  const { codecs, headerExtensions } = capabilities.parse(routerRtpCapabilities);
  const codecOf = (name: MimeType) => {
    const codec = codecs.find(({ mimeType }) => mimeType.toLowerCase() === name.toLowerCase());
    if (!codec) throw new Error(`the router has no ${name}`);
    return codec;
  };
  const [audio, video] = [codecOf(wanted.audio), codecOf(wanted.video)];
  const audioLevelId = headerExtensions.find(
    ({ uri, kind }) => uri === audioLevelUri && kind !== 'video',
  )?.preferredId;
  /** RTP parameters (mediasoup's term) of one stream that the client sends. */
  const rtpParameters = (kind: 'audio' | 'video', ssrc: number, name: MimeType = wanted[kind]) => {
    const { preferredPayloadType: payloadType, mimeType, clockRate, channels } = codecOf(name);
    const levels = kind === 'audio' && audioLevelId ? [{ uri: audioLevelUri, id: audioLevelId }] : [];
    return {
      codecs: [{ mimeType, payloadType, clockRate, ...(channels && { channels }) }],
      headerExtensions: levels,
      encodings: [{ ssrc }],
      rtcp: { cname: 'client' },
    };
  };
  return {
    payloadTypes: { audio: audio.preferredPayloadType, video: video.preferredPayloadType },
    audioLevelId,
    rtpCapabilities: { codecs: [audio, video], headerExtensions: [] },
    rtpParameters,
  };
}
