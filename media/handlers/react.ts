import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const react: Handler<'react'> = async ({ peer }, { reaction }) => {
  await keepPace('gesture', peer.room.code, peer.claims.sub);
  peer.room.broadcast('reacted', { peerId: peer.id, reaction });
  return {};
};
