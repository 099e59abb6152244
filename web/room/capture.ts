/** Why a device cannot be used. */
export type CaptureFailure = 'denied' | 'missing' | 'busy' | 'failed';

export class CaptureError extends Error {
  readonly failure: CaptureFailure;
  constructor(cause: unknown) {
    super('the device cannot be used', { cause });
    this.name = 'CaptureError';
    this.failure = failureOf(cause);
  }
}

/** @throws CaptureError */
export async function captureMicrophone(deviceId?: string): Promise<MediaStreamTrack> {
  const audio = {
    ...wish(deviceId),
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  };
  return firstTrack(() => navigator.mediaDevices.getUserMedia({ audio }));
}

/** 720p at 30 frames a second where the camera can (ROOM-4). @throws CaptureError */
export async function captureCamera(deviceId?: string): Promise<MediaStreamTrack> {
  const video = {
    ...wish(deviceId),
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
  };
  return firstTrack(() => navigator.mediaDevices.getUserMedia({ video }));
}

/** @returns nothing when the person chose no screen. @throws CaptureError */
export async function captureScreen(): Promise<MediaStreamTrack | undefined> {
  try {
    const track = await firstTrack(() =>
      navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } } }),
    );
    // Sharp text matters more than smooth motion.
    track.contentHint = 'detail';
    return track;
  } catch (error) {
    if (error instanceof CaptureError && error.failure === 'denied') return undefined;
    throw error;
  }
}

/** Phones cannot share their screen. */
export const canShareScreen = (): boolean =>
  typeof (navigator.mediaDevices as Partial<MediaDevices> | undefined)?.getDisplayMedia === 'function';

/** A remembered device that is not there today is no reason to have none. */
const wish = (deviceId?: string) => (deviceId ? { deviceId: { ideal: deviceId } } : {});

async function firstTrack(capture: () => Promise<MediaStream>): Promise<MediaStreamTrack> {
  try {
    const [track] = (await capture()).getTracks();
    if (!track) throw new DOMException('no track', 'NotFoundError');
    return track;
  } catch (error) {
    throw new CaptureError(error);
  }
}

/** Names of the exceptions: W3C mediacapture-streams, getUserMedia. Without https there are no devices at all. */
function failureOf(cause: unknown): CaptureFailure {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'failed';
}
