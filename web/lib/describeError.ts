import { ApiError } from './problem.ts';
import { t } from './text.ts';

/** A sentence for a person about a failed act: what was decided, or what to do. */
export function describeError(error: unknown): string {
  const code = error instanceof ApiError ? error.code : 'unexpected_answer';
  return t(`errors.${code}`);
}
