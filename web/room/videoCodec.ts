import type { types } from 'mediasoup-client';
import type { MediaSource } from '../../media/contracts/facts.ts';
import type { VideoCodec } from '../../media/contracts/signalling.ts';

/**
 * The codec to send a video in.
 *
 * Screens go as VP9 where everybody can decode it and this browser encodes it in temporal layers (SVC): text is sharper
 * at the same rate, and who has less bandwidth gets fewer frames of it, not blurred ones.
 *
 * Cameras stay VP8 simulcast. In a group its layers have their own key frames and rates, so one weak line costs nobody
 * else anything; VP9 takes about twice the work to encode, which the phones and small laptops of a lesson do not have
 * beside everything else; and in a lesson of two a codec that has to be changed when a third comes would freeze the
 * picture for what little is gained.
 * @param decodable what everybody in the room can decode
 * @returns nothing where the browser has neither: mediasoup-client then takes what there is
 */
export function chooseVideoCodec(
  source: MediaSource,
  {
    decodable,
    sendable,
    svc,
  }: { decodable: readonly VideoCodec[]; sendable: readonly VideoCodec[]; svc: boolean },
): VideoCodec | undefined {
  if (source === 'screen' && svc && decodable.includes('VP9') && sendable.includes('VP9')) return 'VP9';
  return sendable.includes('VP8') ? 'VP8' : undefined;
}

const nameOf = (mimeType: string) => mimeType.replace(/^video\//i, '').toUpperCase();

export const sendableCodecs = (device: types.Device): VideoCodec[] =>
  (device.sendRtpCapabilities.codecs ?? [])
    .filter(({ kind }) => kind === 'video')
    .map(({ mimeType }) => nameOf(mimeType))
    .filter((name): name is VideoCodec => name === 'VP8' || name === 'VP9' || name === 'H264');

/** In which codec a producer sends. */
export const codecOf = ({ rtpParameters }: types.Producer): string =>
  nameOf(rtpParameters.codecs[0]?.mimeType ?? '');

/** The layers of a screen in VP9: one size, three frame rates (W3C webrtc-svc). */
export const screenScalability = 'L1T3';

let svc: Promise<boolean> | undefined;

/**
 * Whether this browser encodes VP9 with temporal layers. Safari and Firefox have VP9 too, but pass over the scalability
 * mode: their stream could only be taken or left whole. How fast the machine is need not be asked: those that can share a
 * screen are no phones, and fifteen frames a second of one change little.
 */
export const encodesSvc = (): Promise<boolean> => (svc ??= askForSvc());

async function askForSvc(): Promise<boolean> {
  // Who says yes to what does not exist has not looked at the mode.
  const [real, unreal] = await Promise.all([encodes(screenScalability), encodes('L9T9')]);
  return real && !unreal;
}

/** W3C media-capabilities; what a browser does not know at all it refuses with an error. */
async function encodes(scalabilityMode: string): Promise<boolean> {
  try {
    const { supported } = await navigator.mediaCapabilities.encodingInfo({
      type: 'webrtc',
      video: {
        contentType: 'video/VP9',
        ...{ width: 1920, height: 1080, framerate: 15, bitrate: 2_500_000 },
        scalabilityMode,
      },
    });
    return supported;
  } catch {
    return false;
  }
}
