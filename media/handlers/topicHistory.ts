import { keepPace } from '../pace.ts';
import { readTopicHistory } from '../topics/roomTopics.ts';
import type { Handler } from './index.ts';

export const topicHistory: Handler<'topicHistory'> = async ({ peer }, { since }) => {
  await keepPace('read', peer.room.code, peer.claims.sub);
  return readTopicHistory(peer.room, since);
};
