import type { MediaSource } from './contracts/facts.ts';
import type { Silence } from './contracts/signalling.ts';

/**
 * What people were told to stop sending and have not heeded yet, by person: whoever was away when the mentor muted
 * them comes back muted, on whichever socket, transport or page.
 */
export class Silences {
  readonly #byUser = new Map<string, Map<MediaSource, string>>();

  of(userId: string): Silence[] {
    return [...(this.#byUser.get(userId) ?? [])].map(([source, by]) => ({ source, by }));
  }

  has(userId: string, source: MediaSource): boolean {
    return this.#byUser.get(userId)?.has(source) ?? false;
  }

  add(userId: string, { source, by }: Silence): void {
    const own = this.#byUser.get(userId) ?? new Map<MediaSource, string>();
    this.#byUser.set(userId, own.set(source, by));
  }

  heed(userId: string, source: MediaSource): void {
    this.#byUser.get(userId)?.delete(source);
  }
}
