import { STATUS_CODES } from 'node:http';
import type { Context, Next } from 'koa';
import { type ErrorCode, errorStatus, type Problem } from '../contracts/errors.ts';
import type { Logger } from '../../config/logger.ts';
import { Refusal } from '../Refusal.ts';
import { problemTitles } from '../text/problems.ts';
import { sentenceIn } from '../text/sentences.ts';
import { localeOf } from './localeOf.ts';

/** Turns whatever a call ends with into a problem document (RFC 9457), once, for all routes. */
export function answerProblems(logger: Logger) {
  return async (context: Context, next: Next) => {
    try {
      await next();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code === 'internal') {
        logger.error({ err: error, requestId: context.state.requestId as string }, 'call failed');
      }
      writeProblem(context, refusal);
    }
  };
}

function writeProblem(context: Context, { code, detail, fields, retryAfterSeconds }: Refusal) {
  const status = errorStatus[code];
  const locale = localeOf(context);
  const problem: Problem = {
    type: `urn:peerlearn:problem:${code}`,
    title: problemTitles(locale)[code],
    status,
    code,
    ...(detail && { detail: sentenceIn(locale, detail) }),
    ...(fields && {
      fields: fields.map(({ field, message }) => ({ field, message: sentenceIn(locale, message) })),
    }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
    requestId: context.state.requestId as string,
  };
  context.status = status;
  context.body = JSON.stringify(problem);
  context.type = 'application/problem+json';
  context.set('Cache-Control', 'no-store');
  if (retryAfterSeconds) context.set('Retry-After', String(retryAfterSeconds));
}

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'bad_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
};

/** Koa and its body parser throw errors with a status; anything else that is not a refusal is our own fault. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  const code = codeOfStatus[status] ?? (status < 500 && STATUS_CODES[status] ? 'bad_request' : 'internal');
  return new Refusal(code, { cause: error });
}
