import type { Handler } from './index.ts';

export const agreeToRecording: Handler<'agreeToRecording'> = ({ peer }, { agreed }) => {
  peer.room.recorder.agree(peer, agreed);
  return {};
};
