import { setHand } from '../moderation.ts';
import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const raiseHand: Handler<'raiseHand'> = async ({ peer }, { raised }) => {
  // Lowering is never refused: a hand that stays up by mistake disturbs more.
  if (raised) await keepPace('gesture', peer.room.code, peer.claims.sub);
  setHand(peer, raised, peer);
  return {};
};
