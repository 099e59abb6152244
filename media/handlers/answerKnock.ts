import * as moderation from '../moderation.ts';
import type { Handler } from './index.ts';

export const answerKnock: Handler<'answerKnock'> = ({ peer }, { userId, admit }) => {
  moderation.answerKnock(peer, userId, admit);
  return {};
};
