import * as chat from '../chat/roomChat.ts';
import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const say: Handler<'say'> = async ({ peer }, said) => {
  await keepPace('say', peer.room.code, peer.claims.sub);
  return { message: await chat.say(peer, said) };
};
