/** A held picture stays for a moment, or dimmed and blurred: more would be waste. */
const widest = 1280;

/** Draws what a video shows now, so that it stays when its stream is gone. @returns whether there was a picture */
export function holdFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  const { videoWidth, videoHeight } = video;
  const context = canvas.getContext('2d');
  if (!context || videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return false;
  const scale = Math.min(1, widest / videoWidth);
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return true;
}
