import type { ConsumerLayers } from './mediasoup.ts';

/** A picture that did not get through for this long is said not to. */
const missingAfterMs = 3_000;
/** One that was said not to must get through for this long before that is taken back. */
const backAfterMs = 2_000;

/**
 * Tells which layers of a video get through to a page. That none does is told only once it is so for a while although
 * the picture is wanted, and taken back only once it lasts: what a person is told by it must not flicker (ROOM-5).
 */
export class LayerReport {
  readonly #tell: (layers: ConsumerLayers | null) => void;
  readonly #isStill: () => boolean;
  #layers: ConsumerLayers | undefined;
  #wanted = false;
  #told: ConsumerLayers | null | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param isStill whether there is nothing to send: a screen that does not change, or a window put away */
  constructor(tell: (layers: ConsumerLayers | null) => void, isStill: () => boolean = () => false) {
    this.#tell = tell;
    this.#isStill = isStill;
  }

  /** mediasoup chose other layers, or none. */
  changed(layers: ConsumerLayers | undefined): void {
    this.#layers = layers;
    this.#look();
  }

  /** Whether the page shows it, is ready for it, and its sender sends. */
  setWanted(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#look();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#wanted = false;
  }

  #look(): void {
    if (!this.#wanted) return this.#wait(undefined);
    if (!this.#layers) return this.#told === null ? this.#wait(undefined) : this.#wait(missingAfterMs);
    if (this.#told !== null) return this.#say(this.#layers);
    if (!this.#timer) this.#wait(backAfterMs);
  }

  #wait(ms: number | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = ms === undefined ? undefined : setTimeout(() => this.#say(this.#layers ?? null), ms);
  }

  #say(layers: ConsumerLayers | null): void {
    if (!layers && this.#isStill()) return this.#wait(missingAfterMs);
    this.#wait(undefined);
    const now = layers && { ...layers };
    if (JSON.stringify(now) === JSON.stringify(this.#told)) return;
    this.#told = now;
    this.#tell(now);
  }
}
