import * as moderation from '../moderation.ts';
import { SignallingError } from '../SignallingError.ts';
import type { Handler } from './index.ts';

export const moderate: Handler<'moderate'> = async ({ peer }, { peerId, act }) => {
  moderation.requireMentor(peer);
  const target = peer.room.peer(peerId);
  if (!target) throw new SignallingError('not_found', 'this person is not here any more');
  await moderation.moderate(peer, target, act);
  return {};
};
