import { randomUUID } from 'node:crypto';
import type { AttachedFile } from '../contracts/attachment.ts';
import type { ChatMessage } from '../contracts/chat.ts';
import type { RequestData, ResponseData } from '../contracts/signalling.ts';
import type { Peer } from '../Peer.ts';
import type { Room } from '../Room.ts';
import { SignallingError } from '../SignallingError.ts';

/** So many messages are answered at once. */
const pageSize = 50;
/** Entries read from the log in one step: of private ones most may be other people's. */
const batchSize = 200;

const logOf = ({ code }: Room) => ({ roomCode: code, kind: 'chat' as const });

/**
 * Keeps what someone says, and then tells it (ROOM-8).
 * @throws SignallingError `not_found` when the one it is for is not here; `not_kept`; `bad_request` to oneself, and for a
 *   file that the api did not give to this person for this lesson and addressee.
 */
export async function say(
  peer: Peer,
  { clientId, to, text, file: token }: RequestData<'say'>,
): Promise<ChatMessage> {
  const { room, claims } = peer;
  if (to === claims.sub) throw new SignallingError('bad_request', 'that is oneself');
  const addressee = to === null ? undefined : room.peers.find((other) => other.claims.sub === to);
  if (to !== null && !addressee) {
    // Who has left meanwhile may still be whom a message was for that is sent again.
    const known = await room.log.find(logOf(room), claims.sub, clientId);
    if (!known) throw new SignallingError('not_found', 'this person is not here');
    return messageOf(known);
  }
  const file = token === undefined ? undefined : await fileOf(peer, token, to);
  const { entry, fresh } = await room.log.append({
    kind: 'chat',
    id: randomUUID(),
    at: new Date().toISOString(),
    ...{ clientId, sessionId: claims.sessionId, roomCode: room.code },
    ...{ userId: claims.sub, name: claims.name, text, file },
    to: addressee ? { userId: addressee.claims.sub, name: addressee.claims.name } : null,
  });
  const message = messageOf(entry);
  if (fresh) for (const other of room.peers) if (mayRead(other, message)) other.send('said', { message });
  return message;
}

async function fileOf({ room, claims }: Peer, token: string, to: string | null): Promise<AttachedFile> {
  const given = await room.readAttachment(token);
  const isForThis = given.sub === claims.sub && given.sessionId === claims.sessionId && given.to === to;
  if (!isForThis) throw new SignallingError('bad_request', 'this file is for another message');
  return given.file;
}

/** Tells those for whom it would be that somebody writes. */
export function tellTyping(peer: Peer, to: string | null): void {
  const { claims } = peer;
  for (const other of peer.room.peers) {
    if (other === peer || (to !== null && other.claims.sub !== to)) continue;
    other.send('typing', { userId: claims.sub, private: to !== null });
  }
}

/** What was said and this person may read, in its order. @throws SignallingError `not_kept` */
export async function readHistory(
  peer: Peer,
  { since, before }: RequestData<'chatHistory'>,
): Promise<ResponseData<'chatHistory'>> {
  const { log } = peer.room;
  const room = logOf(peer.room);
  const found: ChatMessage[] = [];
  let position = since ?? before;
  for (;;) {
    const batch =
      since === undefined
        ? await log.before(room, position, batchSize)
        : await log.since(room, position ?? 0, batchSize);
    for (const entry of batch) if (mayRead(peer, entry)) found.push(messageOf(entry));
    if (found.length > pageSize || batch.length < batchSize) break;
    position = batch.at(-1)?.position;
  }
  const messages = found.slice(0, pageSize);
  return {
    messages: since === undefined ? messages.reverse() : messages,
    more: found.length > pageSize,
  };
}

/**
 * What is said to one person is theirs and its author's alone. The mentor does not see it either, as in Zoom: nobody
 * is read over the shoulder without knowing; who is troubled by someone reports them (ROOM-16).
 */
function mayRead({ claims }: Peer, { userId, to }: Pick<ChatMessage, 'userId' | 'to'>): boolean {
  return to === null || claims.sub === to.userId || claims.sub === userId;
}

function messageOf({ id, clientId, position, at, userId, name, to, text, file }: ChatMessage): ChatMessage {
  return { id, clientId, position, at, userId, name, to, text, file };
}
