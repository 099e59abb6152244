import { z } from 'zod';

/** Every way in which a call can be refused, with the HTTP status that says so. */
export const errorStatus = {
  bad_request: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  session_expired: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  slot_taken: 409,
  already_booked: 409,
  overlaps: 409,
  wrong_state: 409,
  too_early: 409,
  too_late: 409,
  code_expired: 410,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  wrong_code: 422,
  too_many_requests: 429,
  account_locked: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;
export const errorCode = z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]);

/** One field that was refused: its path ("topics.2") and a message for a person. */
export const fieldProblem = z.object({ field: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/** A problem document (RFC 9457); what follows `detail` are our extensions. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: errorCode,
  fields: z.array(fieldProblem).optional(),
  /** As in the header Retry-After. */
  retryAfterSeconds: z.number().int().positive().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
