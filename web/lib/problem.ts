import { problem, type ErrorCode, type FieldProblem } from '../../api/contracts/errors.ts';

/** Besides the API's own codes: it was not reached, or what came back is not what was agreed. */
export type ApiErrorCode = ErrorCode | 'network' | 'unexpected_answer';

/** Every failed call ends in one of these; show `describeError(error)` and put `fields` at their fields. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly fields: FieldProblem[];
  readonly detail: string | undefined;
  constructor(code: ApiErrorCode, status: number, about: { fields?: FieldProblem[]; detail?: string } = {}) {
    super(about.detail ?? code);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.fields = about.fields ?? [];
    this.detail = about.detail;
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
  const { code, fields, detail } = parsed.data;
  return new ApiError(code, parsed.data.status, { fields, detail });
}
