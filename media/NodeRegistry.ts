import type { Redis } from 'ioredis';
import type { Logger } from '../config/logger.ts';
import { heartbeatMs, mediaNodesKey, nodeTimeoutMs, roomNodeKey, type MediaNode } from './contracts/nodes.ts';

/** Sets the key when it is free or ours already, and moves its expiry; answers whose it is. */
const claimScript = `
  local owner = redis.call('GET', KEYS[1])
  if owner and owner ~= ARGV[1] then return owner end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return ARGV[1]`;
const releaseScript = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

export interface NodeRegistryOptions {
  redis: Redis;
  node: Pick<MediaNode, 'id' | 'url'>;
  logger: Logger;
}

/** Makes this node and its rooms known to the others, for as long as it beats. */
export class NodeRegistry {
  readonly #options: NodeRegistryOptions;
  readonly #claimed = new Set<string>();
  #beating: NodeJS.Timeout | undefined;
  #away = false;
  #closed = false;

  constructor(options: NodeRegistryOptions) {
    this.#options = options;
  }

  /** Begins to beat, and beats at once whenever Redis is there (again). */
  start(load: () => Pick<MediaNode, 'rooms' | 'peers'>): void {
    const beat = () => {
      if (!this.#closed) void this.#beat(load());
    };
    this.#beating = setInterval(beat, heartbeatMs);
    this.#options.redis.on('ready', beat);
  }

  /**
   * Takes a room for this node. While Redis is away rooms are opened all the same, and claimed when it is back.
   * @returns false when a node that is alive has it.
   */
  claim = async (roomCode: string): Promise<boolean> => {
    try {
      const mine = await this.#claim(roomCode);
      if (!mine) return false;
    } catch (error) {
      this.#options.logger.warn({ err: error, roomCode }, 'room opened without a claim');
    }
    this.#claimed.add(roomCode);
    return true;
  };

  release = (roomCode: string): void => {
    this.#claimed.delete(roomCode);
    // An expiry stands behind it.
    this.#release(roomCode).catch(() => undefined);
  };

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#beating);
    const { redis, node } = this.#options;
    const released = [...this.#claimed].map((roomCode) => this.#release(roomCode));
    await Promise.allSettled([redis.hdel(mediaNodesKey, node.id), ...released]);
  }

  async #beat(load: Pick<MediaNode, 'rooms' | 'peers'>) {
    const { redis, logger } = this.#options;
    try {
      const node: MediaNode = { ...this.#options.node, ...load, seenAt: Date.now() };
      await redis.hset(mediaNodesKey, node.id, JSON.stringify(node));
      await Promise.all([...this.#claimed].map((roomCode) => this.#claim(roomCode)));
      this.#away = false;
    } catch (error) {
      if (!this.#away) logger.warn({ err: error }, 'Redis does not hear this node');
      this.#away = true;
    }
  }

  async #claim(roomCode: string): Promise<boolean> {
    const {
      redis,
      node: { id },
    } = this.#options;
    return (await redis.eval(claimScript, 1, roomNodeKey(roomCode), id, nodeTimeoutMs)) === id;
  }

  async #release(roomCode: string) {
    const { redis, node } = this.#options;
    await redis.eval(releaseScript, 1, roomNodeKey(roomCode), node.id);
  }
}
