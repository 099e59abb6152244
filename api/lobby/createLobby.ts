import type { Knex } from 'knex';
import type { Redis } from 'ioredis';
import { presentPerson, User } from '../accounts/index.ts';
import type { Role } from '../contracts/accounts.ts';
import type { Lobby as LobbyView, LobbyPerson, LobbyVisit } from '../contracts/lobby.ts';
import { type SeatBook, Session, standingOf } from '../sessions/index.ts';
import { createLobbyStore } from './lobbyStore.ts';
import { peopleIn } from './rules.ts';

interface Visitor {
  userId: string;
  role: Role;
}
export type Lobby = ReturnType<typeof createLobby>;

/** The lobbies of all lessons, as far as one api process has to do with them (ROOM-3). */
export function createLobby({ knex, redis }: { knex: Knex; redis: Redis }, seats: SeatBook) {
  const store = createLobbyStore(redis);
  const pageOf = ({ userId }: Visitor, { tab }: LobbyVisit) => `${userId}:${tab}`;
  return {
    /**
     * Says of a page that it is (still) there, or no longer; asked again and again, because it holds for seconds only.
     * @returns who is there now, whether that has changed, and whether this visitor may know it
     */
    visit: async (
      me: Visitor,
      visit: LobbyVisit,
      socketId: string,
    ): Promise<{ mayKnow: boolean; changed: boolean; lobby: LobbyView }> => {
      const { sessionId } = visit;
      const person = visit.as === 'gone' ? null : await personOf(knex, seats, me, visit);
      const entry = person && visit.as === 'waiting' ? { ...person, socketId } : null;
      const { changed, version, entries } = await store.visit(sessionId, pageOf(me, visit), entry);
      const lobby = { sessionId, version, people: peopleIn(entries) };
      return { mayKnow: person !== null, changed, lobby };
    },
    /** Its socket was closed; it may come back over another. */
    drop: (me: Visitor, visit: LobbyVisit, socketId: string) =>
      store.drop(visit.sessionId, pageOf(me, visit), socketId),
  };
}

/** Someone as the others in a lesson's lobby see them; null for strangers, and when the lesson has none any more. */
async function personOf(
  knex: Knex,
  seats: SeatBook,
  me: Visitor,
  { sessionId, ready }: LobbyVisit,
): Promise<LobbyPerson | null> {
  const session = await Session.query(knex).findById(sessionId);
  if (!session || !['scheduled', 'live'].includes(session.state)) return null;
  const role = standingOf(me, session, await seats.seatOf(knex, sessionId, me.userId));
  const user = role && (await User.query(knex).findById(me.userId));
  if (!user) return null;
  const { id: userId, name, pictureUrl } = presentPerson(user);
  return { userId, name, pictureUrl, role, ready };
}
