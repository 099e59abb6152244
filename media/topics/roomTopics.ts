import { randomUUID } from 'node:crypto';
import type { RequestData, ResponseData } from '../contracts/signalling.ts';
import { mostAddedTopics, topicChange, type TopicAct, type TopicChange } from '../contracts/topics.ts';
import type { Peer } from '../Peer.ts';
import type { Room } from '../Room.ts';
import { SignallingError } from '../SignallingError.ts';

/** So many changes are answered, and read from the log, at once. */
const pageSize = 200;

const logOf = ({ code }: Room) => ({ roomCode: code, kind: 'topics' as const });

/**
 * Keeps what the mentor does with the checklist, and then tells it (ROOM-10).
 * @throws SignallingError `not_found` for a topic that is not on it; `too_many` added; `not_kept`.
 */
export async function changeTopics(
  peer: Peer,
  { clientId, did }: RequestData<'changeTopics'>,
): Promise<TopicChange> {
  const { room, claims } = peer;
  await refuseTopic(peer, did);
  const { entry, fresh } = await room.log.append({
    kind: 'topics',
    id: randomUUID(),
    at: new Date().toISOString(),
    clockMs: room.clock.view().elapsedMs,
    ...{ clientId, did, sessionId: claims.sessionId, roomCode: room.code, userId: claims.sub },
  });
  const change = topicChange.parse(entry);
  if (fresh) room.broadcast('topicsChanged', { change });
  return change;
}

/** What was done after a position, in its order. @throws SignallingError `not_kept` */
export async function readTopicHistory(room: Room, since: number): Promise<ResponseData<'topicHistory'>> {
  const found = await room.log.since(logOf(room), since, pageSize + 1);
  const changes = found.slice(0, pageSize).map((entry) => topicChange.parse(entry));
  return { changes, more: found.length > pageSize };
}

async function refuseTopic({ room, claims }: Peer, did: TopicAct): Promise<void> {
  // Planned topics are counted in the ticket, so that they cost no reading.
  if (did.act !== 'add' && Number(did.topic) < (claims.topicCount ?? 0)) return;
  const added = await addedTopics(room);
  if (did.act === 'add') {
    const isNew = !added.has(did.topic);
    if (isNew && added.size >= mostAddedTopics)
      throw new SignallingError('too_many', 'no more topics can be added');
    return;
  }
  if (!added.has(did.topic)) throw new SignallingError('not_found', 'this topic is not on the list');
}

async function addedTopics(room: Room): Promise<Set<string>> {
  const added = new Set<string>();
  for (let since = 0; ;) {
    const { changes, more } = await readTopicHistory(room, since);
    for (const { did } of changes) if (did.act === 'add') added.add(did.topic);
    const last = changes.at(-1);
    if (!more || !last) return added;
    since = last.position;
  }
}
