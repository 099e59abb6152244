import type { RouterRtpCodecCapability } from './mediasoup.ts';

/**
 * What our routers forward, preferred first: VP8 is what pages send (three simulcast layers in every browser),
 * the others are for ends that choose them. Nothing is ever transcoded.
 *
 * The SRTP suite is not ours to set: mediasoup's worker offers the AES-GCM ones first, and as the DTLS server
 * (pages connect as clients) its order wins.
 */
export const routerCodecs: RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];
