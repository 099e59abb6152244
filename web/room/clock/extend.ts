import { session as sessionContract, type Session } from '../../../api/contracts/sessions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describeError.ts';
import { ApiError } from '../../lib/problem.ts';
import { t } from '../../text/lobby.ts';

/**
 * Makes the lesson longer; said twice of the same end it is done once.
 * @throws ApiError `overlaps`, `too_late`, `conflict`, `wrong_state`
 */
export const extend = ({ id, endsAt }: Session, minutes: number): Promise<Session> =>
  api.post(`/api/sessions/${id}/extend`, sessionContract, { minutes, endsAt });

/** Why it cannot be longer, for a person: what follows is named. */
export function whyNotExtended(error: unknown): string {
  if (!(error instanceof ApiError)) return describeError(error);
  const named = (field: string) => error.fields.find((problem) => problem.field === field)?.message;
  const [title, name] = [named('nextSession'), named('busyLearner')];
  if (title) return t('clock.refused.nextSession', { title });
  if (name) return t('clock.refused.busyLearner', { name });
  if (error.code === 'too_late' || error.code === 'conflict') return t(`clock.refused.${error.code}`);
  return describeError(error);
}
