import { pino, type Logger } from 'pino';
import type { Settings } from './settings.ts';

export type { Logger };

/** Values that must never reach a log, wherever they stand in a logged object. */
const personal = [
  'email',
  'password',
  'name',
  'token',
  'ticket',
  'accessToken',
  'resumeToken',
  'authorization',
  'cookie',
  /** PostgreSQL's errors quote the row there. */
  'detail',
];

/**
 * Structured logs, one JSON object a line, with the process's name in each.
 * Personal data and secrets are removed even when a caller logs them by mistake.
 */
export function createLogger(process: string, settings: Pick<Settings, 'logLevel'>): Logger {
  return pino({
    level: settings.logLevel,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
  });
}
