/**
 * Blurs what is behind the person by the camera's own system, where it can (W3C mediacapture-extensions,
 * `backgroundBlur`): no frame passes through the page, so none is late by it.
 */
export type BlurState = 'unavailable' | 'off' | 'on' | 'always';

export function blurState(track: MediaStreamTrack | undefined): BlurState {
  // Firefox has had no capabilities of tracks for long.
  const can = (track as Partial<MediaStreamTrack> | undefined)?.getCapabilities?.().backgroundBlur ?? [];
  if (!track || !can.includes(true)) return 'unavailable';
  if (!can.includes(false)) return 'always';
  return track.getSettings().backgroundBlur ? 'on' : 'off';
}

/** @returns whether it is as wished now */
export async function setBlur(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  // New constraints take the place of all earlier ones.
  const constraints = { ...track.getConstraints(), backgroundBlur: on };
  await track.applyConstraints(constraints).catch(() => undefined);
  return blurState(track) === (on ? 'on' : 'off');
}
