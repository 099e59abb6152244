import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js';
import { fitPicture } from './layout/fitPicture.ts';
import { holdFrame } from './layout/holdFrame.ts';

type VideoProps = {
  /** While there is none, the last picture of the one before stays, dimmed. */
  track: MediaStreamTrack | undefined;
  mirrored?: boolean | undefined;
  source?: 'camera' | 'screen';
};

/** A picture without its sound: sound is played apart, so that it goes on when the picture is not shown. */
export function Video(props: VideoProps) {
  let frame: HTMLElement | undefined;
  let video: HTMLVideoElement | undefined;
  let held: HTMLCanvasElement | undefined;
  const [picture, setPicture] = createSignal({ width: 0, height: 0 });
  const [tile, setTile] = createSignal({ width: 0, height: 0 });
  const [holding, setHolding] = createSignal(false);
  const look = createMemo(() => fitPicture(picture(), tile(), props.source ?? 'camera'));

  // The same track again is no other picture.
  const track = createMemo(() => props.track);

  createEffect(
    on(track, (now, before) => {
      const element = video;
      if (!element || !held) return;
      if (before && holdFrame(element, held)) setHolding(true);
      element.srcObject = now ? new MediaStream([now]) : null;
    }),
  );
  onCleanup(() => video && (video.srcObject = null));

  const fitted = () => ({
    'scene__picture--mirrored': props.mirrored && !facesAway(props.track),
    'scene__picture--whole': look().fit === 'contain',
  });
  const height = () => `${look().height * 100}%`;
  const measure = () => {
    if (video && video.videoWidth > 0) setPicture({ width: video.videoWidth, height: video.videoHeight });
  };
  onMount(() => {
    if (!frame) return;
    // It may stand in another window, which knows of its sizes even when this one is hidden.
    const view = frame.ownerDocument.defaultView ?? window;
    const sizes = new view.ResizeObserver(([entry]) => entry && setTile(entry.contentRect));
    sizes.observe(frame);
    onCleanup(() => sizes.disconnect());
  });
  return (
    <span class="scene" ref={(element) => (frame = element)}>
      <canvas
        ref={(element) => (held = element)}
        class="scene__held"
        classList={fitted()}
        style={{ height: height() }}
        hidden={!holding()}
        aria-hidden="true"
      />
      <video
        ref={(element) => (video = element)}
        class="scene__picture"
        classList={fitted()}
        style={{ height: height() }}
        autoplay
        muted
        playsinline
        disablepictureinpicture
        onLoadedData={() => {
          measure();
          setHolding(false);
        }}
        onResize={measure}
      />
    </span>
  );
}

/** A phone's camera on its back shows what is in front of it: mirrored, words could not be read. */
const facesAway = (track: MediaStreamTrack | undefined) => track?.getSettings().facingMode === 'environment';
