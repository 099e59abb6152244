import type { Handler } from './index.ts';

export const leave: Handler<'leave'> = ({ peer }) => {
  peer.close('left');
  return {};
};
