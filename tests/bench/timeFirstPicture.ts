declare global {
  interface Window {
    /** From the click on Join to the first picture of somebody else, in milliseconds. */
    firstPictureMs?: number;
  }
}

/** Runs in the page before its scripts: takes the time from the click on Join to the first remote picture. */
export function timeFirstPicture(): void {
  let clickedAt = 0;
  const remote = new Set<string>();
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => remote.add(track.id));
    }
  };
  const isJoin = (target: EventTarget | null) =>
    target instanceof Element && target.closest('button')?.textContent?.includes('Join now');
  document.addEventListener('click', ({ target }) => isJoin(target) && (clickedAt = performance.now()), true);
  const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...native,
    set(this: HTMLVideoElement, stream: MediaStream | null) {
      native?.set?.call(this, stream);
      if (!stream?.getVideoTracks().some(({ id }) => remote.has(id))) return;
      this.requestVideoFrameCallback(() => (window.firstPictureMs ??= performance.now() - clickedAt));
    },
  });
}
