import { createEffect, onCleanup } from 'solid-js';

/** A picture without its sound: sound is played apart, so that it goes on when the picture is not shown. */
export function Video(props: { track: MediaStreamTrack; mirrored?: boolean; fit?: 'cover' | 'contain' }) {
  let element: HTMLVideoElement | undefined;
  createEffect(() => {
    const video = element;
    if (!video) return;
    video.srcObject = new MediaStream([props.track]);
    onCleanup(() => (video.srcObject = null));
  });
  return (
    <video
      ref={(video) => (element = video)}
      class="scene"
      classList={{ 'scene--mirrored': props.mirrored, 'scene--whole': props.fit === 'contain' }}
      autoplay
      muted
      playsinline
      disablepictureinpicture
    />
  );
}
