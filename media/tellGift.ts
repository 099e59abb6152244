import type { Gift } from './contracts/gifts.ts';
import type { Room } from './Room.ts';

/** Tells the room of a gift; what it is worth stays between giver and mentor. */
export function tellGift(room: Room, gift: Gift): void {
  for (const peer of room.peers) {
    const { role, sub } = peer.claims;
    const isTheirs = role === 'mentor' || sub === gift.from.userId;
    peer.send('giftReceived', { gift: isTheirs ? gift : { ...gift, amountPaise: null } });
  }
}
