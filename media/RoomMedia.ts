import { EventEmitter } from 'node:events';
import type { AudioLevelObserver, Router, WebRtcServer } from './mediasoup.ts';
import type { PublishedProducer } from './PeerMedia.ts';
import type { WorkerPool } from './WorkerPool.ts';

interface RoomMediaEvents {
  /** Who speaks loudest now; null when nobody does. */
  speaker: [peerId: string | null];
  /** Its worker is gone; whatever was open on the router is closed already. */
  lost: [];
  close: [];
}

/** How loud (dBov, RFC 6464) someone must be to count as speaking, and how often that is looked at. */
const speaking = { maxEntries: 1, threshold: -60, interval: 500 };

/** A room's media while it is on one router. The room outlives it. */
export class RoomMedia extends EventEmitter<RoomMediaEvents> {
  readonly router: Router;
  readonly webRtcServer: WebRtcServer;
  readonly #levels: AudioLevelObserver;

  private constructor(router: Router, webRtcServer: WebRtcServer, levels: AudioLevelObserver) {
    super();
    this.router = router;
    this.webRtcServer = webRtcServer;
    this.#levels = levels;
    levels.on('volumes', ([loudest]) => {
      this.emit('speaker', (loudest?.producer as PublishedProducer | undefined)?.appData.peerId ?? null);
    });
    levels.on('silence', () => this.emit('speaker', null));
    router.once('workerclose', () => this.emit('lost'));
    router.observer.once('close', () => this.emit('close'));
  }

  static async create(pool: WorkerPool): Promise<RoomMedia> {
    const { router, webRtcServer } = await pool.createRouter();
    const levels = await router.createAudioLevelObserver(speaking);
    return new RoomMedia(router, webRtcServer, levels);
  }

  get closed(): boolean {
    return this.router.closed;
  }

  /** Lets a microphone count towards who is speaking. */
  async listenTo(producer: PublishedProducer): Promise<void> {
    await this.#levels.addProducer({ producerId: producer.id });
  }

  close(): void {
    this.router.close();
  }
}
