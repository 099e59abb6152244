import type { LobbyPerson } from '../contracts/lobby.ts';

/** A page in a lobby. */
export type LobbyEntry = LobbyPerson & { socketId: string };

const order: LobbyPerson['role'][] = ['mentor', 'learner', 'admin'];

/** Each person once, however many pages of theirs are there: the mentor first, then by name. */
export function peopleIn(entries: LobbyEntry[]): LobbyPerson[] {
  const people = new Map<string, LobbyPerson>();
  for (const { userId, name, pictureUrl, role, ready } of entries) {
    const alreadyReady = people.get(userId)?.ready === true;
    people.set(userId, { userId, name, pictureUrl, role, ready: ready || alreadyReady });
  }
  return [...people.values()].sort(
    (a, b) =>
      order.indexOf(a.role) - order.indexOf(b.role) ||
      a.name.localeCompare(b.name) ||
      a.userId.localeCompare(b.userId),
  );
}
