import { tellTyping } from '../chat/roomChat.ts';
import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const typing: Handler<'typing'> = async ({ peer }, { to }) => {
  await keepPace('gesture', peer.room.code, peer.claims.sub);
  tellTyping(peer, to);
  return {};
};
