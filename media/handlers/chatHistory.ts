import { readHistory } from '../chat/roomChat.ts';
import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const chatHistory: Handler<'chatHistory'> = async ({ peer }, range) => {
  await keepPace('read', peer.room.code, peer.claims.sub);
  return readHistory(peer, range);
};
