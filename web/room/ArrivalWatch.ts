const lookEveryMs = 250;
/** Sound that is not spoken comes each 400 ms (RFC 7587, section 3.1.3: DTX): what pauses longer has stopped. */
const silentMs = 1_000;
/** A look that comes later than this: the page itself stood still, and cannot say what arrived meanwhile. */
const lateMs = 3 * lookEveryMs;

/**
 * Notices when nothing of what was received arrives any more: seconds before ICE gives a dead path up, and even where
 * the browser goes on sending from an address that it has no longer. Tells it once, until something arrives again.
 */
export class ArrivalWatch {
  readonly #receivers: () => RTCRtpReceiver[];
  readonly #onSilence: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #newest = 0;
  #newestAtMs = 0;
  #lookedAtMs = 0;
  #told = true;

  constructor(receivers: () => RTCRtpReceiver[], onSilence: () => void) {
    this.#receivers = receivers;
    this.#onSilence = onSilence;
  }

  begin(): void {
    this.#timer ??= setInterval(() => this.#look(), lookEveryMs);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#told = true;
  }

  #look(): void {
    // Unlike statistics these cost nothing to read (W3C webrtc, section 5.3.1).
    const sources = this.#receivers().flatMap((receiver) => receiver.getSynchronizationSources());
    const newest = Math.max(0, ...sources.map(({ timestamp }) => timestamp));
    const now = performance.now();
    const stoodStill = now - this.#lookedAtMs > lateMs;
    this.#lookedAtMs = now;
    if (newest > this.#newest) {
      this.#newestAtMs = now;
      this.#told = false;
    } else if (stoodStill) {
      this.#newestAtMs = now;
    } else if (!this.#told && now - this.#newestAtMs >= silentMs) {
      this.#told = true;
      this.#onSilence();
    }
    this.#newest = newest;
  }
}
