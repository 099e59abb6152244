import { requireMentor } from '../moderation.ts';
import { keepPace } from '../pace.ts';
import { changeTopics as change } from '../topics/roomTopics.ts';
import type { Handler } from './index.ts';

export const changeTopics: Handler<'changeTopics'> = async ({ peer }, wish) => {
  requireMentor(peer);
  await keepPace('tick', peer.room.code, peer.claims.sub);
  return { change: await change(peer, wish) };
};
