import { z } from 'zod';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describeError.ts';
import { ApiError } from '../../lib/problem.ts';
import { t } from '../../text/lobby.ts';

/**
 * Gives up one's part in a lesson: the mentor the lesson, a learner the seat.
 * @throws ApiError `wrong_state`, `too_late`
 */
export async function cancelPart({ id, mine }: SessionForMe): Promise<void> {
  const path = mine?.isMentor
    ? `/api/sessions/${id}/cancel`
    : `/api/bookings/${mine?.bookingId ?? ''}/cancel`;
  await api.post(path, z.unknown());
}

/** Why it could not be cancelled, for a person. */
export function whyNotCancelled(error: unknown): string {
  const code = error instanceof ApiError ? error.code : undefined;
  return code === 'too_late' || code === 'wrong_state'
    ? t(`lobby.cancelRefused.${code}`)
    : describeError(error);
}
