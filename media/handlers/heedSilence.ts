import type { Handler } from './index.ts';

export const heedSilence: Handler<'heedSilence'> = ({ peer }, { source }) => {
  peer.room.silences.heed(peer.claims.sub, source);
  return {};
};
