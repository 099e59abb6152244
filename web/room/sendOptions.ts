import type { types } from 'mediasoup-client';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { VideoCodec } from '../../media/contracts/signalling.ts';
import { screenScalability } from './videoCodec.ts';

/** Three VP8 layers, lowest first: for 720p these are 180p, 360p and 720p, each with three frame rates. */
const cameraLayers: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_700_000, scalabilityMode: 'L1T3' },
];

const screenBitrate = 2_500_000;
/**
 * A screen always has layers: one without would go on at its full rate over a line that is too slow for it, and take the
 * sound with it. VP8 has a second picture of half the size for such a line. `dtx` lets the node wait longer before it takes
 * a screen that does not change for one that stopped.
 */
const screenLayers: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3', dtx: true },
  { scaleResolutionDownBy: 1, maxBitrate: screenBitrate, scalabilityMode: 'L1T3', dtx: true },
];
const screenSvc: types.RtpEncodingParameters[] = [
  { maxBitrate: screenBitrate, scalabilityMode: screenScalability, dtx: true },
];

/**
 * How mediasoup-client sends each source.
 * @param codec of a video; nothing leaves the choice to mediasoup-client
 */
export function sendOptions(
  source: MediaSource,
  device: types.Device,
  codec: VideoCodec | undefined,
): types.ProducerOptions {
  const found = device.sendRtpCapabilities.codecs?.find(
    ({ mimeType }) => mimeType.toLowerCase() === `video/${codec?.toLowerCase()}`,
  );
  const chosen = found ? { codec: found } : {};
  switch (source) {
    case 'camera':
      return { ...chosen, encodings: cameraLayers, codecOptions: { videoGoogleStartBitrate: 1000 } };
    case 'screen':
      return {
        ...chosen,
        encodings: codec === 'VP9' ? screenSvc : screenLayers,
        codecOptions: { videoGoogleStartBitrate: 1500 },
      };
    case 'microphone':
      // FEC repairs single losses; DTX sends next to nothing while nobody speaks (RFC 7587).
      return { codecOptions: { opusStereo: false, opusFec: true, opusDtx: true } };
    case 'screenAudio':
      return { codecOptions: { opusStereo: true, opusFec: true, opusDtx: false } };
  }
}
