import type { types } from 'mediasoup-client';
import type { MediaSource } from '../../media/contracts/facts.ts';

/** Three VP8 layers, lowest first: for 720p these are 180p, 360p and 720p, each with three frame rates. */
const cameraLayers: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_700_000, scalabilityMode: 'L1T3' },
];

/** How mediasoup-client sends each source. */
export function sendOptions(source: MediaSource, device: types.Device): types.ProducerOptions {
  const codec = device.sendRtpCapabilities.codecs?.find(
    ({ mimeType }) => mimeType.toLowerCase() === 'video/vp8',
  );
  const vp8 = codec ? { codec } : {};
  switch (source) {
    case 'camera':
      return { ...vp8, encodings: cameraLayers, codecOptions: { videoGoogleStartBitrate: 1000 } };
    case 'screen':
      return {
        ...vp8,
        encodings: [{ maxBitrate: 2_500_000 }],
        codecOptions: { videoGoogleStartBitrate: 1500 },
      };
    case 'microphone':
      // FEC repairs single losses; DTX sends next to nothing while nobody speaks (RFC 7587).
      return { codecOptions: { opusStereo: false, opusFec: true, opusDtx: true } };
    case 'screenAudio':
      return { codecOptions: { opusStereo: true, opusFec: true, opusDtx: false } };
  }
}
