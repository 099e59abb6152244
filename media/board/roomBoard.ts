import type { BoardMoment, BoardRules, BoardState } from '../contracts/board.ts';
import type { RequestData, ResponseData } from '../contracts/signalling.ts';
import type { Peer } from '../Peer.ts';
import type { Room } from '../Room.ts';
import { SignallingError } from '../SignallingError.ts';

/** Who has the board open: only they are told what is drawn. */
const watching = new WeakSet<Peer>();
/** What the mentor decided for the boards of this node's rooms; for what is kept, the store sees to it. */
const rulesOf = new WeakMap<Room, BoardRules>();

const mayRule = ({ claims }: Peer) => claims.role === 'mentor';

/** What has changed on the board after a position (0: all of it); from then on the page is told of changes (ROOM-9). */
export async function readBoard(peer: Peer, position: number): Promise<BoardState> {
  // First, so that nothing comes between what is read and what is told.
  watching.add(peer);
  const { room } = peer;
  const state = await room.board.since(room.code, position);
  rulesOf.set(room, state.rules);
  return state;
}

/** Keeps what was drawn, then tells it. @throws SignallingError `not_allowed`, `not_kept`, `board_full` */
export async function writeBoard(
  peer: Peer,
  { items }: RequestData<'boardWrite'>,
): Promise<ResponseData<'boardWrite'>> {
  const { room, claims } = peer;
  const removesPage = items.some((item) => item.kind === 'page' && item.page.isDeleted);
  if (removesPage && !mayRule(peer))
    throw new SignallingError('not_allowed', 'only the mentor removes pages');
  const about = { sessionId: claims.sessionId, roomCode: room.code, userId: claims.sub };
  const { position, fresh } = await room.board.write(about, items, mayRule(peer));
  if (position !== undefined) tell(room, peer, 'boardChanged', { position, items: fresh });
  return { position: position ?? null };
}

/** Tells the others at the board what somebody does there right now. */
export function tellMoment(peer: Peer, moment: BoardMoment): void {
  const { sub: userId, name } = peer.claims;
  // Who may not draw still points at things.
  const silent = rulesOf.get(peer.room)?.readOnly === true && !mayRule(peer);
  tell(peer.room, peer, 'boardMoment', {
    userId,
    name,
    moment: silent ? { ...moment, strokes: [] } : moment,
  });
}

/** @throws SignallingError `not_allowed`, `not_kept` */
export async function setBoardRules(peer: Peer, rules: BoardRules): Promise<void> {
  if (!mayRule(peer)) throw new SignallingError('not_allowed', 'only the mentor decides that');
  await peer.room.board.setRules(peer.room.code, rules);
  rulesOf.set(peer.room, rules);
  peer.room.broadcast('boardRules', rules);
}

/** Tells everybody else that this person has the board on their stage now. */
export function showBoard(peer: Peer): void {
  const { sub: userId, name, role } = peer.claims;
  peer.room.broadcast('boardOpened', { userId, name, isMentor: role === 'mentor' }, peer);
}

/** The board is off this person's stage. */
export function hideBoard(peer: Peer): void {
  watching.delete(peer);
}

function tell<N extends 'boardChanged' | 'boardMoment'>(
  room: Room,
  from: Peer,
  ...[event, data]: Parameters<typeof from.send<N>>
): void {
  for (const other of room.peers) if (other !== from && watching.has(other)) other.send(event, data);
}
