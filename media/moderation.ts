import type { MediaSource } from './contracts/facts.ts';
import type { ModerationAct, ServerEventData, ServerEventName } from './contracts/signalling.ts';
import type { Peer } from './Peer.ts';
import { about, type Room } from './Room.ts';
import { SignallingError } from './SignallingError.ts';

const stopped = {
  mute: ['microphone'],
  stopCamera: ['camera'],
  stopScreen: ['screen', 'screenAudio'],
} as const satisfies Partial<Record<ModerationAct, MediaSource[]>>;

/** By the ticket's role, whatever the page shows. @throws SignallingError `not_allowed`. */
export function requireMentor({ claims }: Peer): void {
  if (claims.role !== 'mentor') throw new SignallingError('not_allowed', 'only the mentor may do that');
}

/** Does to someone what the mentor asks (ROOM-16). @throws SignallingError `not_allowed` */
export async function moderate(mentor: Peer, target: Peer, act: ModerationAct): Promise<void> {
  requireMentor(mentor);
  if (act === 'lowerHand') return setHand(target, false, mentor);
  if (target === mentor) throw new SignallingError('not_allowed', 'that is oneself');
  if (act === 'remove') return remove(mentor, target);
  await Promise.all(stopped[act].map((source) => silence(mentor, target, source)));
}

export function setHand(peer: Peer, raised: boolean, by: Peer): void {
  const { room, claims } = peer;
  if (!(raised ? room.hands.raise(claims.sub) : room.hands.lower(claims.sub))) return;
  if (raised) room.report({ type: 'hand.raised', ...about(peer) });
  else room.report({ type: 'hand.lowered', ...about(peer), byUserId: by.claims.sub });
  room.broadcast('peerChanged', { peer: peer.view() });
}

/** Nothing of that source reaches anybody from here on; the page is told and follows, now or when it is back. */
async function silence(mentor: Peer, target: Peer, source: MediaSource): Promise<void> {
  const { room, claims } = target;
  const word = { source, by: mentor.claims.name };
  const sending = [...(target.media?.producers ?? [])].find((producer) => producer.appData.source === source);
  room.silences.add(claims.sub, word);
  if (sending && !sending.paused) {
    room.report({ type: 'peer.silenced', ...about(target), source, byUserId: mentor.claims.sub });
  }
  target.send('silenced', word);
  // One that closed meanwhile sends nothing.
  await sending?.pause().catch(() => undefined);
}

/** Socket and media end at once; neither this ticket nor a new one leads back until the mentor lets them in. */
function remove(mentor: Peer, target: Peer): void {
  if (target.claims.role === 'admin') throw new SignallingError('not_allowed', 'an admin stays');
  const { room, claims } = target;
  room.door.remove(claims.sub);
  room.report({ type: 'peer.removed', ...about(target), byUserId: mentor.claims.sub });
  target.close('removed', { reason: 'removed', by: mentor.claims.name });
}

export function setRoomLocked(mentor: Peer, locked: boolean): void {
  requireMentor(mentor);
  const { room } = mentor;
  if (!room.door.setLocked(locked)) return;
  room.report({ type: locked ? 'room.locked' : 'room.unlocked', byUserId: mentor.claims.sub });
  room.broadcast('lockChanged', { locked });
}

/** @throws SignallingError `not_found` when nobody asks any more. */
export function answerKnock(mentor: Peer, userId: string, admitted: boolean): void {
  requireMentor(mentor);
  const { room } = mentor;
  const socket = room.door.answer(userId, admitted);
  if (!socket) throw new SignallingError('not_found', 'nobody asks for that any more');
  room.report({ type: 'knock.answered', userId, admitted, byUserId: mentor.claims.sub });
  socket.emit('knockAnswered', { admitted });
  tellMentors(room, 'knockOver', { userId });
}

export function tellMentors<N extends ServerEventName>(room: Room, event: N, data: ServerEventData<N>): void {
  for (const peer of room.peers) if (peer.claims.role === 'mentor') peer.send(event, data);
}
