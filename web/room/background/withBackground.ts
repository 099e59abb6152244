import { CaptureError } from '../capture.ts';
import { assetsFolder, backgrounds } from './backgrounds.ts';
import type { Effect } from './contract.ts';
import { openEffect } from './openEffect.ts';
import { blurState, setBlur } from './platformBlur.ts';

/**
 * What is shown and sent of a camera: with the background that was chosen, or not at all. Who chose to hide their room is
 * never shown in it because something failed.
 * @throws CaptureError when the background cannot be made; the camera is stopped
 */
export async function withBackground(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
  const background = backgrounds.chosen();
  if (background === 'none') return camera;
  if (background === 'blur' && (await blurBySystem(camera))) return camera;
  backgrounds.setStatus('preparing');
  try {
    const track = await openChosen(camera, background);
    if (backgrounds.chosen() !== background) return await anew(track, camera);
    backgrounds.setStatus('fine');
    return track;
  } catch (error) {
    camera.stop();
    backgrounds.setStatus('failed');
    throw new CaptureError(error);
  }
}

/** Another background was chosen while this one was being made. */
function anew(made: MediaStreamTrack, camera: MediaStreamTrack): Promise<MediaStreamTrack> {
  const copy = camera.clone();
  made.stop();
  return withBackground(copy);
}

/** The system's own needs no frame to pass through the page. */
async function blurBySystem(camera: MediaStreamTrack): Promise<boolean> {
  const state = blurState(camera);
  if (state === 'unavailable') return false;
  return state !== 'off' || setBlur(camera, true);
}

const openChosen = (camera: MediaStreamTrack, effect: Effect) =>
  openEffect(camera, {
    effect,
    assets: assetsFolder(),
    colour: getComputedStyle(document.documentElement).getPropertyValue('--color-plain-background'),
    onStruggling: (so) => backgrounds.setStatus(so ? 'struggling' : 'fine'),
  });
