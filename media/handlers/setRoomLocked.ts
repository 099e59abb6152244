import * as moderation from '../moderation.ts';
import type { Handler } from './index.ts';

export const setRoomLocked: Handler<'setRoomLocked'> = ({ peer }, { locked }) => {
  moderation.setRoomLocked(peer, locked);
  return {};
};
