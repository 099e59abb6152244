import * as moderation from '../moderation.ts';
import type { Handler } from './index.ts';

export const setRecording: Handler<'setRecording'> = ({ peer }, { to }) => {
  moderation.requireMentor(peer);
  peer.room.recorder.turn(peer, to);
  return {};
};
