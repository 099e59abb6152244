import type { TicketClaims } from './contracts/ticket.ts';
import { keepPace } from './pace.ts';
import { tellMentors } from './moderation.ts';
import type { Room } from './Room.ts';
import type { MediaSocket } from './sockets.ts';

/**
 * Asks the mentor to let someone in who may not enter; the answer is `knockAnswered`, over the same socket.
 * @returns whether the door is open to them, so that there is nothing to ask.
 * @throws SignallingError `too_many`.
 */
export async function knockAt(room: Room, claims: TicketClaims, socket: MediaSocket): Promise<boolean> {
  if (room.door.opensFor(claims)) return true;
  await keepPace('knock', room.code, claims.sub);
  const { knock } = room.door.knock(claims, socket);
  tellMentors(room, 'knocked', { knock });
  const hungUp = () => {
    if (room.door.stopKnocking(claims.sub, socket)) tellMentors(room, 'knockOver', { userId: claims.sub });
  };
  socket.once('disconnect', hungUp);
  if (!socket.connected) hungUp();
  return false;
}
