import type { ErrorCode, FieldProblem } from './contracts/errors.ts';

interface RefusalOptions {
  /** A sentence for this one case; the code's own text is shown without it. */
  detail?: string;
  fields?: FieldProblem[];
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** The one error that says no to a caller. Its code decides the HTTP status and the text. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly fields: FieldProblem[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, { detail, fields, retryAfterSeconds, cause }: RefusalOptions = {}) {
    super(detail ?? code, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Throws when a rule gave a reason; rules are pure and only name it. */
export function refuseIf(reason: ErrorCode | null): void {
  if (reason !== null) throw new Refusal(reason);
}

/** The row that a query found. @throws Refusal `not_found` when there is none. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('not_found');
  return row;
}
