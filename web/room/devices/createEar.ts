import { createMemo, onCleanup, type Accessor } from 'solid-js';

/** A copy of a track that is heard here even while the track itself is muted; it is never sent. */
export function createEar(track: Accessor<MediaStreamTrack | undefined>) {
  return createMemo(() => {
    const copy = track()?.clone();
    if (!copy) return undefined;
    copy.enabled = true;
    onCleanup(() => copy.stop());
    return copy;
  });
}
