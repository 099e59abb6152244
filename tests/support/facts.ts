import { randomUUID } from 'node:crypto';
import type { RoomFact } from '../../media/contracts/facts.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type About = 'id' | 'at' | 'nodeId' | 'sessionId' | 'roomCode';
type PeerPart = 'userId' | 'role' | 'peerId';
export type RoomFactDraft = Without<Exclude<RoomFact, { peerId: string }>, About>;
export type PeerFactDraft = Without<Extract<RoomFact, { peerId: string }>, About | PeerPart>;

const start = Date.parse('2026-11-21T10:00:00.000Z');

/** Facts of one room; instants are given in seconds after its opening. */
export function factBuilder(sessionId: string = randomUUID()) {
  const roomCode = randomUUID();
  const at = (second: number) => new Date(start + second * 1_000).toISOString();
  const about = (second: number) => ({
    id: randomUUID(),
    at: at(second),
    nodeId: 'node-1',
    sessionId,
    roomCode,
  });
  return {
    sessionId,
    at,
    fact: (draft: RoomFactDraft, second: number): RoomFact => ({ ...about(second), ...draft }),
    /** Facts of one new peer of a person, who is given as a small number. */
    peerFact: (user: number) => {
      const peer = { userId: factBuilder.userId(user), role: 'learner' as const, peerId: randomUUID() };
      return (draft: PeerFactDraft, second: number): RoomFact => ({ ...about(second), ...peer, ...draft });
    },
  };
}

factBuilder.userId = (user: number) => `00000000-0000-4000-8000-${String(user).padStart(12, '0')}`;
