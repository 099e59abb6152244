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

export type ScreenCapture = { picture: MediaStreamTrack; sound?: MediaStreamTrack | undefined };

/**
 * A screen, window or tab, with its sound where the person ticks that in the browser's picker (ROOM-4).
 * @returns nothing when the person chose no screen. @throws CaptureError
 */
export async function captureScreen(): Promise<ScreenCapture | undefined> {
  try {
    const [picture, sound] = await tracksOf(() => navigator.mediaDevices.getDisplayMedia(screenWish));
    // Sharp text matters more than smooth motion.
    picture.contentHint = 'text';
    if (sound) sound.contentHint = 'music';
    return { picture, sound };
  } catch (error) {
    if (error instanceof CaptureError && error.failure === 'denied') return undefined;
    throw error;
  }
}

/** W3C screen-capture; browsers pass over what they do not know, and TypeScript's types know less than they do. */
const screenWish: DisplayMediaStreamOptions & Record<string, unknown> = {
  // Full HD stays readable, and a code editor needs no more than 15 frames; 4K would cost most machines the lesson.
  video: { width: { max: 1920 }, height: { max: 1200 }, frameRate: { ideal: 15, max: 30 } },
  audio: {
    // It is music and speech as they should be heard, not a voice in a room.
    ...{ echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    channelCount: { ideal: 2 },
    // The voices of this lesson would come back to those who speak.
    ...{ restrictOwnAudio: true },
  },
  systemAudio: 'include',
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
};

/** Phones cannot share their screen. */
export const canShareScreen = (): boolean =>
  typeof (navigator.mediaDevices as Partial<MediaDevices> | undefined)?.getDisplayMedia === 'function';

/** A remembered device that is not there today is no reason to have none. */
const wish = (deviceId?: string) => (deviceId ? { deviceId: { ideal: deviceId } } : {});

async function firstTrack(capture: () => Promise<MediaStream>): Promise<MediaStreamTrack> {
  return (await tracksOf(capture))[0];
}

/** Video before sound. @throws CaptureError when there is none at all */
async function tracksOf(
  capture: () => Promise<MediaStream>,
): Promise<[MediaStreamTrack, MediaStreamTrack | undefined]> {
  try {
    const stream = await capture();
    const [track, more] = [...stream.getVideoTracks(), ...stream.getAudioTracks()];
    if (!track) throw new DOMException('no track', 'NotFoundError');
    return [track, more];
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
