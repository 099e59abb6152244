import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { ShownTile } from '../roomTypes.ts';
import { chosenTile, type QualityChoice } from './choice.ts';

type Shown = { peerId: string; source: MediaSource; tile: ShownTile };
type Tell = (peerId: string, source: MediaSource, tile: ShownTile) => Promise<void>;

/** How large each video is shown, and what the node is told of it under the person's choice. */
export class ShownTiles {
  readonly #tell: Tell;
  readonly #shown = new Map<string, Shown>();
  #choice: QualityChoice = 'auto';

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  show(peerId: string, source: MediaSource, tile: ShownTile): Promise<void> {
    this.#shown.set(`${peerId}/${source}`, { peerId, source, tile });
    return this.#tell(peerId, source, chosenTile(tile, source, this.#choice));
  }

  /** Whether pictures of it are asked for. */
  asksFor(peerId: string, source: MediaSource): boolean {
    const shown = this.#shown.get(`${peerId}/${source}`);
    return shown !== undefined && chosenTile(shown.tile, source, this.#choice) !== null;
  }

  async choose(choice: QualityChoice): Promise<void> {
    this.#choice = choice;
    await Promise.all(
      [...this.#shown.values()].map(({ peerId, source, tile }) => this.show(peerId, source, tile)),
    );
  }

  /** Forgets those who are gone. */
  keep(peerIds: string[]): void {
    for (const [key, { peerId }] of [...this.#shown]) if (!peerIds.includes(peerId)) this.#shown.delete(key);
  }
}
