import { z } from 'zod';

/** The parts of mediasoup's transport and RTP descriptions that an SDP is made of. */
export const transportParameters = z.object({
  id: z.string(),
  iceParameters: z.object({ usernameFragment: z.string(), password: z.string() }),
  iceCandidates: z.array(
    z.object({
      foundation: z.string(),
      priority: z.number(),
      ip: z.string(),
      port: z.number(),
      protocol: z.enum(['udp', 'tcp']),
    }),
  ),
  dtlsParameters: z.object({
    fingerprints: z.array(z.object({ algorithm: z.string(), value: z.string() })),
  }),
});
export type TransportParameters = z.infer<typeof transportParameters>;

export interface MediaSection {
  mid: string;
  kind: 'audio' | 'video';
  payloadType: number;
  /** As seen from the SFU. */
  direction: 'sendonly' | 'recvonly';
  ssrcs: number[];
}

const rtpMap = { audio: 'opus/48000/2', video: 'VP8/90000' } as const;

/** The SFU's side of a connection as SDP (RFC 8866, JSEP RFC 9429): ICE-lite, everything in one bundle. */
export function sfuDescription(
  transport: TransportParameters,
  sections: MediaSection[],
  setup: 'actpass' | 'passive',
  version: number,
): string {
  const { usernameFragment, password } = transport.iceParameters;
  const fingerprint = transport.dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  const shared = [
    'c=IN IP4 127.0.0.1',
    'a=rtcp-mux',
    `a=setup:${setup}`,
    `a=ice-ufrag:${usernameFragment}`,
    `a=ice-pwd:${password}`,
    `a=fingerprint:sha-256 ${fingerprint?.value}`,
    ...transport.iceCandidates
      .filter(({ protocol }) => protocol === 'udp')
      .map(({ foundation, priority, ip, port }) => {
        return `a=candidate:${foundation} 1 UDP ${priority} ${ip} ${port} typ host`;
      }),
  ];
  const media = sections.flatMap(({ mid, kind, payloadType, direction, ssrcs }) => [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
    `a=mid:${mid}`,
    `a=${direction}`,
    `a=rtpmap:${payloadType} ${rtpMap[kind]}`,
    ...ssrcs.map((ssrc) => `a=ssrc:${ssrc} cname:sfu`),
    ...shared,
  ]);
  const bundle = sections.map(({ mid }) => mid).join(' ');
  return [
    'v=0',
    `o=- 1 ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${bundle}`,
    ...media,
    '',
  ].join('\r\n');
}

/** What mediasoup is told of a client's own description: its certificate; the client begins the handshake. */
export function dtlsParametersOf(localSdp: string) {
  const value = /^a=fingerprint:sha-256 (\S+)/im.exec(localSdp)?.[1];
  if (!value) throw new Error('the local description has no fingerprint');
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
}
