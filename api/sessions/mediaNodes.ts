import type { Redis } from 'ioredis';
import {
  type MediaNode,
  mediaNode,
  mediaNodesKey,
  nodeTimeoutMs,
  roomNodeKey,
} from '../../media/contracts/nodes.ts';
import { Refusal } from '../Refusal.ts';

/**
 * The media node for a room: the one on which it lives, else the least loaded of those alive. Without a room, the latter.
 * @throws Refusal `unavailable` when there is none, or Redis is away.
 */
export async function pickMediaNode(redis: Redis, roomCode?: string): Promise<MediaNode> {
  const [entries, holder] = await Promise.all([
    redis.hgetall(mediaNodesKey),
    roomCode ? redis.get(roomNodeKey(roomCode)) : null,
  ]).catch((cause: unknown) => {
    throw new Refusal('unavailable', { cause });
  });
  const alive = Object.values(entries)
    .flatMap(readNode)
    .filter((node) => node.seenAt > Date.now() - nodeTimeoutMs);
  const chosen = alive.find((node) => node.id === holder) ?? alive.toSorted((a, b) => a.peers - b.peers)[0];
  if (!chosen) throw new Refusal('unavailable');
  return chosen;
}

/** An entry that another version of the program wrote, or wrote badly, is no node for us. */
function readNode(entry: string): MediaNode[] {
  try {
    return [mediaNode.parse(JSON.parse(entry))];
  } catch {
    return [];
  }
}
