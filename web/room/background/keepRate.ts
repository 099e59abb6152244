import { createEffect, onCleanup, type Accessor } from 'solid-js';
import { preferences } from '../devices/preferences.ts';
import { blurState, setBlur } from './platformBlur.ts';
import { watchFrameRate } from './watchFrameRate.ts';

/** Turns the blur off where the machine cannot hold the frame rate with it. */
export function keepRate(camera: Accessor<MediaStreamTrack | undefined>, onGivenUp: () => void): void {
  createEffect(() => {
    const track = camera();
    if (!track || !preferences.blur.on() || blurState(track) !== 'on') return;
    const giveUp = () => {
      preferences.blur.set(false);
      void setBlur(track, false);
      onGivenUp();
    };
    onCleanup(watchFrameRate(track, giveUp));
  });
}
