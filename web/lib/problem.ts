import { problem, type ErrorCode, type FieldProblem } from '../../api/contracts/errors.ts';
import { serverNow } from './clock.ts';

/** Besides the API's own codes: it was not reached, or what came back is not what was agreed. */
export type ApiErrorCode = ErrorCode | 'network' | 'unexpected_answer';

type About = { fields?: FieldProblem[]; detail?: string; retryAfterSeconds?: number };

/** Every failed call ends in one of these; show `describeError(error)` and put `fields` at their fields. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly fields: FieldProblem[];
  readonly detail: string | undefined;
  /** When it may be tried again: milliseconds by the server's clock (`serverNow`). */
  readonly retryAtMs: number | undefined;
  constructor(code: ApiErrorCode, status: number, about: About = {}) {
    super(about.detail ?? code);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.fields = about.fields ?? [];
    this.detail = about.detail;
    this.retryAtMs = about.retryAfterSeconds && serverNow() + about.retryAfterSeconds * 1000;
  }
}

/** Reads a refusal (RFC 9457). */
export async function readProblem(response: Response): Promise<ApiError> {
  return problemOf(response.status, await response.json().catch(() => undefined));
}

/** The same, of a body that was read already. */
export function problemOf(status: number, body: unknown): ApiError {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return new ApiError(status >= 500 ? 'unavailable' : 'unexpected_answer', status);
  return new ApiError(parsed.data.code, parsed.data.status, parsed.data);
}
