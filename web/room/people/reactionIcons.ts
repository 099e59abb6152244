import type { Reaction } from '../../../media/contracts/signalling.ts';
import type { IconName } from '../../ui/iconNames.ts';

/** In the order in which they are offered. */
export const reactionIcons: Record<Reaction, IconName> = {
  thumbsUp: 'hand-thumb-up',
  heart: 'heart',
  smile: 'face-smile',
  sparkles: 'sparkles',
  check: 'check-circle',
  slower: 'clock',
};
export const reactions = Object.keys(reactionIcons) as Reaction[];
