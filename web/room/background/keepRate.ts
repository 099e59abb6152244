import { createEffect, onCleanup, type Accessor } from 'solid-js';
import { backgrounds } from './backgrounds.ts';
import { blurState } from './platformBlur.ts';
import { watchFrameRate } from './watchFrameRate.ts';

/**
 * Notices that the machine cannot hold the frame rate while the camera's system blurs; the worker notices it for its own
 * effects. It is only told: turning the blur off by ourselves would show a room that its person chose to hide.
 */
export function keepRate(camera: Accessor<MediaStreamTrack | undefined>): void {
  createEffect(() => {
    const track = camera();
    if (!track || backgrounds.chosen() !== 'blur' || blurState(track) !== 'on') return;
    onCleanup(watchFrameRate(track, () => backgrounds.setStatus('struggling')));
  });
}
