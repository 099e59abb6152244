import type { types } from 'mediasoup-client';

/** A camera that is a little off the usual heights is not punished for it. */
const tolerance = 1.1;

/** Where a lone stream stood before it was shrunk, by its sender. */
const usualScales = new WeakMap<RTCRtpSender, number>();

/**
 * Sends no more lines of a camera than are allowed: layers above stop; a stream with a single layer (SVC) is shrunk.
 * @param mostLines nothing lifts the limit.
 */
export async function limitSending(
  { rtpSender, track }: types.Producer,
  mostLines: number | undefined,
): Promise<void> {
  const height = track?.getSettings().height;
  if (!rtpSender || !height) return;
  const parameters = rtpSender.getParameters();
  const { encodings } = parameters;
  const most = (mostLines ?? Infinity) * tolerance;
  if (encodings.length === 1 && encodings[0]) {
    const usual = usualScales.get(rtpSender) ?? encodings[0].scaleResolutionDownBy ?? 1;
    usualScales.set(rtpSender, usual);
    encodings[0].scaleResolutionDownBy = Math.max(usual, mostLines ? height / mostLines : 1);
  } else {
    const scales = encodings.map(({ scaleResolutionDownBy = 1 }) => scaleResolutionDownBy);
    const smallest = scales.indexOf(Math.max(...scales));
    for (const [index, encoding] of encodings.entries()) {
      encoding.active = index === smallest || height / (scales[index] ?? 1) <= most;
    }
  }
  await rtpSender.setParameters(parameters);
}
